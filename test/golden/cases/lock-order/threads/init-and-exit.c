// The module's exit takes the locks in the other order than an open of its device.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int device_open(void)
{
	mutex_lock(&a);				// 1.1 holds a
	mutex_lock(&b);				// 1.2 wants b
						// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	mutex_unlock(&a);
	return 0;
}

static void __exit stop(void)			// 2.1 enters stop
{
	mutex_lock(&b);				// 2.2 holds b
	mutex_lock(&a);				// 2.3 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
module_exit(stop);
MODULE_LICENSE("GPL");
