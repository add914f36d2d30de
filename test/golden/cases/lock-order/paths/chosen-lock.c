// Which lock is taken depends on the direction, and one of the two is wrong.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void transfer(bool out)
{
	struct mutex *lock = out ? &a : NULL;

	if (lock)
		mutex_lock(lock);	// 1.1 holds a
	mutex_lock(&b);			// 1.2 wants b
					// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	if (lock)
		mutex_unlock(lock);
}

void backward(void)
{
	mutex_lock(&b);			// 2.1 holds b
	mutex_lock(&a);			// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
