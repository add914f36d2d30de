// A file of sysfs is removed after the mutex that showing it takes.
// CLEAN
#include "kernel.h"
#include <linux/device.h>
#include "attributes.h"

void fan_remove(struct device *dev)
{
	mutex_lock(&fan_lock);
	fan_speed = 0;
	mutex_unlock(&fan_lock);
	device_remove_file(dev, &dev_attr_speed);
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

static ssize_t speed_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	ssize_t size;

	mutex_lock(&fan_lock);
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
