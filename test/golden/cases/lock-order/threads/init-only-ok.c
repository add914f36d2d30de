// Both sides run at start-up only, one after the other.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

static int __init forward(void)
{
	mutex_lock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
	mutex_unlock(&a);
	return 0;
}

static int __init start(void)
{
	forward();
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
	return 0;
}
module_init(start);
MODULE_LICENSE("GPL");
