// Somebody mixed up the two results of mutex_lock_interruptible: 0 is success.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int forward(void)
{
	int err = mutex_lock_interruptible(&a);	// 1.1 holds a

	if (!err) {
		mutex_lock(&b);			// 1.2 wants b
						// BUG lock-order: a -> b -> a
		mutex_unlock(&b);
		mutex_unlock(&a);
	}
	return err;
}

void backward(void)
{
	mutex_lock(&b);			// 2.1 holds b
	mutex_lock(&a);			// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
