// The files of a sensor are removed under its spinlock.
#include "kernel.h"
#include <linux/device.h>
#include <linux/hwmon.h>
#include <linux/sysfs.h>
static DEFINE_SPINLOCK(sensor);
static bool gone;

void sensor_device_remove_file(struct device *dev, struct device_attribute *attribute)
{
	spin_lock(&sensor);		// a1.1 holds sensor
	device_remove_file(dev, attribute);	// a1.2 sleeps device_remove_file()
					// BUG[a] sleep-in-atomic: device_remove_file() in sensor
	spin_unlock(&sensor);
}

void sensor_device_remove_file_self(struct device *dev, struct device_attribute *attribute)
{
	spin_lock(&sensor);		// b1.1 holds sensor
	gone = device_remove_file_self(dev, attribute);	// b1.2 sleeps device_remove_file_self()
					// BUG[b] sleep-in-atomic: device_remove_file_self() in sensor
	spin_unlock(&sensor);
}

void sensor_driver_remove_file(struct device_driver *driver, struct driver_attribute *attribute)
{
	spin_lock(&sensor);		// c1.1 holds sensor
	driver_remove_file(driver, attribute);	// c1.2 sleeps driver_remove_file()
					// BUG[c] sleep-in-atomic: driver_remove_file() in sensor
	spin_unlock(&sensor);
}

void sensor_sysfs_remove_file(struct kobject *object, struct attribute *attribute)
{
	spin_lock(&sensor);		// d1.1 holds sensor
	sysfs_remove_file(object, attribute);	// d1.2 sleeps sysfs_remove_file()
					// BUG[d] sleep-in-atomic: sysfs_remove_file() in sensor
	spin_unlock(&sensor);
}

void sensor_sysfs_remove_file_ns(struct kobject *object, struct attribute *attribute)
{
	spin_lock(&sensor);		// e1.1 holds sensor
	sysfs_remove_file_ns(object, attribute, NULL);	// e1.2 sleeps sysfs_remove_file_ns()
					// BUG[e] sleep-in-atomic: sysfs_remove_file_ns() in sensor
	spin_unlock(&sensor);
}

void sensor_sysfs_remove_files(struct kobject *object, const struct attribute *const *attributes)
{
	spin_lock(&sensor);		// f1.1 holds sensor
	sysfs_remove_files(object, attributes);	// f1.2 sleeps sysfs_remove_files()
					// BUG[f] sleep-in-atomic: sysfs_remove_files() in sensor
	spin_unlock(&sensor);
}

void sensor_sysfs_remove_group(struct kobject *object, struct attribute_group *group)
{
	spin_lock(&sensor);		// g1.1 holds sensor
	sysfs_remove_group(object, group);	// g1.2 sleeps sysfs_remove_group()
					// BUG[g] sleep-in-atomic: sysfs_remove_group() in sensor
	spin_unlock(&sensor);
}

void sensor_sysfs_remove_groups(struct kobject *object, const struct attribute_group **groups)
{
	spin_lock(&sensor);		// h1.1 holds sensor
	sysfs_remove_groups(object, groups);	// h1.2 sleeps sysfs_remove_groups()
					// BUG[h] sleep-in-atomic: sysfs_remove_groups() in sensor
	spin_unlock(&sensor);
}

void sensor_device_remove_group(struct device *dev, struct attribute_group *group)
{
	spin_lock(&sensor);		// i1.1 holds sensor
	device_remove_group(dev, group);	// i1.2 sleeps device_remove_group()
					// BUG[i] sleep-in-atomic: device_remove_group() in sensor
	spin_unlock(&sensor);
}

void sensor_device_remove_groups(struct device *dev, const struct attribute_group **groups)
{
	spin_lock(&sensor);		// j1.1 holds sensor
	device_remove_groups(dev, groups);	// j1.2 sleeps device_remove_groups()
					// BUG[j] sleep-in-atomic: device_remove_groups() in sensor
	spin_unlock(&sensor);
}

void sensor_hwmon_device_unregister(struct device *dev)
{
	spin_lock(&sensor);		// k1.1 holds sensor
	hwmon_device_unregister(dev);	// k1.2 sleeps hwmon_device_unregister()
					// BUG[k] sleep-in-atomic: hwmon_device_unregister() in sensor
	spin_unlock(&sensor);
}
