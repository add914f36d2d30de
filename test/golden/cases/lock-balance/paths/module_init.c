// The module's init function registers its devices and returns with the mutex held.
#include "kernel.h"
static DEFINE_MUTEX(devices);
static int count;

static int __init devices_init(void)
{
	mutex_lock(&devices);	// 1.1 holds devices
	count = 4;
	return 0;
				// BUG lock-balance: devices
}
module_init(devices_init);
MODULE_LICENSE("GPL");
