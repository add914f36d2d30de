// The driver has one device, and finds it through a global pointer.
#include "kernel.h"
struct device_state {
	struct mutex lock;
	int open;
};
static struct device_state *the_device;
static DEFINE_MUTEX(registry);

void device_open(void)
{
	mutex_lock(&the_device->lock);		// 1.1 holds device_state.lock
	mutex_lock(&registry);			// 1.2 wants registry
						// BUG lock-order: device_state.lock -> registry -> device_state.lock
	the_device->open++;
	mutex_unlock(&registry);
	mutex_unlock(&the_device->lock);
}

void device_unregister(void)
{
	mutex_lock(&registry);			// 2.1 holds registry
	mutex_lock(&the_device->lock);		// 2.2 wants device_state.lock
	mutex_unlock(&the_device->lock);
	mutex_unlock(&registry);
}
