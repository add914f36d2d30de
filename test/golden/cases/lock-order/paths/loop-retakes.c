// The worker drops its lock for each item, but not before it wants the other one.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void worker(int items)
{
	mutex_lock(&a);				// 1.1 holds a
	while (items--) {
		mutex_lock(&b);			// 1.2 wants b
						// BUG lock-order: a -> b -> a
		mutex_unlock(&b);
		mutex_unlock(&a);
		cond_resched();
		mutex_lock(&a);
	}
	mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);			// 2.1 holds b
	mutex_lock(&a);			// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
