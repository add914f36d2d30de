// No two of these functions disagree, but the three together make a circle.
#include "kernel.h"
static DEFINE_MUTEX(bus);
static DEFINE_MUTEX(device);
static DEFINE_MUTEX(power);

void bus_add(void)
{
	mutex_lock(&bus);	// 1.1 holds bus
	mutex_lock(&device);	// 1.2 wants device
				// BUG lock-order: bus -> device -> power -> bus
	mutex_unlock(&device);
	mutex_unlock(&bus);
}

void device_suspend(void)
{
	mutex_lock(&device);	// 2.1 holds device
	mutex_lock(&power);	// 2.2 wants power
	mutex_unlock(&power);
	mutex_unlock(&device);
}

void power_off(void)
{
	mutex_lock(&power);	// 3.1 holds power
	mutex_lock(&bus);	// 3.2 wants bus
	mutex_unlock(&bus);
	mutex_unlock(&power);
}
