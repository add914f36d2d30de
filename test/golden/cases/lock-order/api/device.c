// Every way to take the lock of a device: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/device.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct device *device)
{
	device_lock(device);		// plain1.1 holds device.mutex
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order medium: device.mutex -> plain_b -> device.mutex; a parent before its child
	mutex_unlock(&plain_b);
	device_unlock(device);
}

void plain_backward(struct device *device)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	device_lock(device);		// plain2.2 wants device.mutex
	device_unlock(device);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(interruptible_b);

void interruptible_forward(struct device *device)
{
	if (device_lock_interruptible(device))	// interruptible1.1 holds device.mutex
		return;
	mutex_lock(&interruptible_b);	// interruptible1.2 wants interruptible_b
					// BUG[interruptible] lock-order medium: device.mutex -> interruptible_b -> device.mutex; a parent before its child
	mutex_unlock(&interruptible_b);
	device_unlock(device);
}

void interruptible_backward(struct device *device)
{
	mutex_lock(&interruptible_b);	// interruptible2.1 holds interruptible_b
	if (!device_lock_interruptible(device))	// interruptible2.2 wants device.mutex
		device_unlock(device);
	mutex_unlock(&interruptible_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct device *device)
{
	if (!device_trylock(device))	// try1.1 holds device.mutex
		return;
	mutex_lock(&try_b);		// try1.2 wants try_b
					// BUG[try] lock-order medium: device.mutex -> try_b -> device.mutex; a parent before its child
	mutex_unlock(&try_b);
	device_unlock(device);
}

void try_backward(struct device *device)
{
	mutex_lock(&try_b);		// try2.1 holds try_b
	device_lock(device);		// try2.2 wants device.mutex
	device_unlock(device);
	mutex_unlock(&try_b);
}
