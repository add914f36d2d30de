// The files of a sensor are removed after its spinlock, and their readers are woken under it.
// CLEAN
#include "kernel.h"
#include <linux/device.h>
#include <linux/hwmon.h>
#include <linux/sysfs.h>
static DEFINE_SPINLOCK(sensor);
static bool gone;

void sensor_device_remove_file(struct device *dev, struct device_attribute *attribute)
{
	spin_lock(&sensor);
	spin_unlock(&sensor);
	device_remove_file(dev, attribute);
}

void sensor_device_remove_file_self(struct device *dev, struct device_attribute *attribute)
{
	spin_lock(&sensor);
	spin_unlock(&sensor);
	gone = device_remove_file_self(dev, attribute);
}

void sensor_driver_remove_file(struct device_driver *driver, struct driver_attribute *attribute)
{
	spin_lock(&sensor);
	spin_unlock(&sensor);
	driver_remove_file(driver, attribute);
}

void sensor_sysfs_remove_file(struct kobject *object, struct attribute *attribute)
{
	spin_lock(&sensor);
	spin_unlock(&sensor);
	sysfs_remove_file(object, attribute);
}

void sensor_sysfs_remove_file_ns(struct kobject *object, struct attribute *attribute)
{
	spin_lock(&sensor);
	spin_unlock(&sensor);
	sysfs_remove_file_ns(object, attribute, NULL);
}

void sensor_sysfs_remove_files(struct kobject *object, const struct attribute *const *attributes)
{
	spin_lock(&sensor);
	spin_unlock(&sensor);
	sysfs_remove_files(object, attributes);
}

void sensor_sysfs_remove_group(struct kobject *object, struct attribute_group *group)
{
	spin_lock(&sensor);
	spin_unlock(&sensor);
	sysfs_remove_group(object, group);
}

void sensor_sysfs_remove_groups(struct kobject *object, const struct attribute_group **groups)
{
	spin_lock(&sensor);
	spin_unlock(&sensor);
	sysfs_remove_groups(object, groups);
}

void sensor_device_remove_group(struct device *dev, struct attribute_group *group)
{
	spin_lock(&sensor);
	spin_unlock(&sensor);
	device_remove_group(dev, group);
}

void sensor_device_remove_groups(struct device *dev, const struct attribute_group **groups)
{
	spin_lock(&sensor);
	spin_unlock(&sensor);
	device_remove_groups(dev, groups);
}

void sensor_hwmon_device_unregister(struct device *dev)
{
	spin_lock(&sensor);
	spin_unlock(&sensor);
	hwmon_device_unregister(dev);
}

void sensor_sysfs_notify_dirent(struct kernfs_node *node)
{
	spin_lock(&sensor);
	sysfs_notify_dirent(node);
	spin_unlock(&sensor);
}
