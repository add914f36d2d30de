// The lock is taken on a condition, given back on the same one, and the other lock is taken between.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(bool shared)
{
	if (shared)
		mutex_lock(&a);		// 1.1 holds a
	mutex_lock(&b);			// 1.2 wants b
					// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	if (shared)
		mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);			// 2.1 holds b
	mutex_lock(&a);			// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
