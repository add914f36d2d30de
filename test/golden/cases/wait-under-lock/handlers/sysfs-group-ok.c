// A group of sysfs files is removed under a mutex of the device that storing only tries.
// CLEAN
#include "kernel.h"
#include <linux/device.h>
#include "lamp.h"

void lamp_remove(struct device *dev, struct lamp *lamp)
{
	mutex_lock(&lamp->lock);
	sysfs_remove_group(&dev->kobj, &lamp_group);
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

static ssize_t level_store(struct device *dev, struct device_attribute *attribute, const char *text, size_t size)
{
	struct lamp *lamp = dev_get_drvdata(dev);

	if (!mutex_trylock(&lamp->lock))
		return -EBUSY;
	lamp->level = size;
	mutex_unlock(&lamp->lock);
	return size;
}
static DEVICE_ATTR_WO(level);

static struct attribute *lamp_attributes[] = { &dev_attr_level.attr, NULL };
const struct attribute_group lamp_group = { .attrs = lamp_attributes };
