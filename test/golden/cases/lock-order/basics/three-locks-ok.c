// Three functions, three locks, one order.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(bus);
static DEFINE_MUTEX(device);
static DEFINE_MUTEX(power);

void bus_add(void)
{
	mutex_lock(&bus);
	mutex_lock(&device);
	mutex_unlock(&device);
	mutex_unlock(&bus);
}

void device_suspend(void)
{
	mutex_lock(&device);
	mutex_lock(&power);
	mutex_unlock(&power);
	mutex_unlock(&device);
}

void power_off(void)
{
	mutex_lock(&bus);
	mutex_lock(&power);
	mutex_unlock(&power);
	mutex_unlock(&bus);
}
