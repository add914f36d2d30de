// The module's init function registers its devices and gives the mutex back.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(devices);
static int count;

static int __init devices_init(void)
{
	mutex_lock(&devices);
	count = 4;
	mutex_unlock(&devices);
	return 0;
}
module_init(devices_init);
MODULE_LICENSE("GPL");
