// Two files share one lock by name, and disagree on the order.
#include "kernel.h"
DEFINE_MUTEX(lock);
extern struct mutex shared;

void first(void)
{
	mutex_lock(&lock);			// 1.1 holds lock
	mutex_lock(&shared);			// 1.2 wants shared
						// BUG lock-order: lock -> shared -> lock
	mutex_unlock(&shared);
	mutex_unlock(&lock);
}
//--- second.c
#include "kernel.h"
extern struct mutex lock;
DEFINE_MUTEX(shared);

void second(void)
{
	mutex_lock(&shared);			// 2.1 holds shared
	mutex_lock(&lock);			// 2.2 wants lock
	mutex_unlock(&lock);
	mutex_unlock(&shared);
}
