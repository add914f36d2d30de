// A group of sysfs files is removed under a mutex of the device that storing takes.
#include "kernel.h"
#include <linux/device.h>
#include "lamp.h"

void lamp_remove(struct device *dev, struct lamp *lamp)
{
	mutex_lock(&lamp->lock);	// 1.1 holds lamp.lock
	sysfs_remove_group(&dev->kobj, &lamp_group);	// 1.2 waits kernfs_active
					// BUG wait-under-lock low: lamp.lock -> kernfs_active -> lamp.lock; which of
					//    its files is removed is not known
	mutex_unlock(&lamp->lock);
}
//--- lamp.h
struct lamp {
	struct mutex lock;
	int level;
};
extern const struct attribute_group lamp_group;
//--- level.c
#include "kernel.h"
#include <linux/device.h>
#include "lamp.h"

static ssize_t level_store(struct device *dev, struct device_attribute *attribute, const char *text, size_t size)	// 2.1 enters level_store; 2.2 holds kernfs_active
{
	struct lamp *lamp = dev_get_drvdata(dev);

	mutex_lock(&lamp->lock);	// 2.3 wants lamp.lock
	lamp->level = size;
	mutex_unlock(&lamp->lock);
	return size;
}
static DEVICE_ATTR_WO(level);

static struct attribute *lamp_attributes[] = { &dev_attr_level.attr, NULL };
const struct attribute_group lamp_group = { .attrs = lamp_attributes };
