// The registry is locked behind the device's own lock.
// CLEAN
#include "kernel.h"
struct device_state {
	struct mutex lock;
	int open;
};
static struct device_state *the_device;
static DEFINE_MUTEX(registry);

void device_open(void)
{
	mutex_lock(&the_device->lock);
	the_device->open++;
	mutex_unlock(&the_device->lock);
	mutex_lock(&registry);
	mutex_unlock(&registry);
}

void device_unregister(void)
{
	mutex_lock(&registry);
	mutex_lock(&the_device->lock);
	mutex_unlock(&the_device->lock);
	mutex_unlock(&registry);
}
