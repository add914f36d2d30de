// A file of sysfs is removed under the mutex that showing it takes.
#include "kernel.h"
#include <linux/device.h>
#include "attributes.h"

void fan_remove(struct device *dev)
{
	mutex_lock(&fan_lock);		// 1.1 holds fan_lock
	fan_speed = 0;
	device_remove_file(dev, &dev_attr_speed);	// 1.2 waits dev_attr_speed
					// BUG wait-under-lock: fan_lock -> dev_attr_speed -> fan_lock
	mutex_unlock(&fan_lock);
}
//--- attributes.h
extern struct mutex fan_lock;
extern int fan_speed;
extern struct device_attribute dev_attr_speed;
//--- attributes.c
#include "kernel.h"
#include <linux/device.h>
#include "attributes.h"
DEFINE_MUTEX(fan_lock);
int fan_speed;

static ssize_t speed_show(struct device *dev, struct device_attribute *attribute, char *text)	// 2.1 enters speed_show; 2.2 holds dev_attr_speed
{
	ssize_t size;

	mutex_lock(&fan_lock);		// 2.3 wants fan_lock
	size = sysfs_emit(text, "%d\n", fan_speed);
	mutex_unlock(&fan_lock);
	return size;
}

static ssize_t speed_store(struct device *dev, struct device_attribute *attribute, const char *text, size_t size)
{
	fan_speed = size;
	return size;
}
DEVICE_ATTR_RW(speed);
