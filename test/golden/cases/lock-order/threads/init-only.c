// One side runs at start-up only, the other at any time: a user can open the device during start-up.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int forward(void)
{
	mutex_lock(&a);				// 1.1 holds a
	mutex_lock(&b);				// 1.2 wants b
						// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	mutex_unlock(&a);
	return 0;
}

static int __init start(void)			// 2.1 enters start
{
	mutex_lock(&b);				// 2.2 holds b
	mutex_lock(&a);				// 2.3 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
	return 0;
}
module_init(start);
MODULE_LICENSE("GPL");
