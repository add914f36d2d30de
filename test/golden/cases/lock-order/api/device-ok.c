// Every way to take the lock of a device, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/device.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct device *device)
{
	device_lock(device);
	device_unlock(device);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(struct device *device)
{
	mutex_lock(&plain_b);
	device_lock(device);
	device_unlock(device);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(interruptible_b);

void interruptible_forward(struct device *device)
{
	if (device_lock_interruptible(device))
		return;
	device_unlock(device);
	mutex_lock(&interruptible_b);
	mutex_unlock(&interruptible_b);
}

void interruptible_backward(struct device *device)
{
	mutex_lock(&interruptible_b);
	if (!device_lock_interruptible(device))
		device_unlock(device);
	mutex_unlock(&interruptible_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct device *device)
{
	if (!device_trylock(device))
		return;
	device_unlock(device);
	mutex_lock(&try_b);
	mutex_unlock(&try_b);
}

void try_backward(struct device *device)
{
	mutex_lock(&try_b);
	device_lock(device);
	device_unlock(device);
	mutex_unlock(&try_b);
}
