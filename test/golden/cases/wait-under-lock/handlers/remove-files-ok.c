// Files of sysfs are removed, in every other way, after the mutex that showing them takes.
// CLEAN
#include "kernel.h"
#include <linux/device.h>
#include <linux/hwmon.h>

static DEFINE_MUTEX(itself_lock);
static DEFINE_MUTEX(file_lock);
static DEFINE_MUTEX(file_ns_lock);
static DEFINE_MUTEX(files_lock);
static DEFINE_MUTEX(groups_lock);
static DEFINE_MUTEX(device_group_lock);
static DEFINE_MUTEX(device_groups_lock);
static DEFINE_MUTEX(driver_lock);
static DEFINE_MUTEX(hwmon_lock);

static ssize_t state_show(struct device *dev, struct device_attribute *attribute, char *text)
{
	mutex_lock(&itself_lock);
	mutex_unlock(&itself_lock);
	mutex_lock(&file_lock);
	mutex_unlock(&file_lock);
	mutex_lock(&file_ns_lock);
	mutex_unlock(&file_ns_lock);
	mutex_lock(&files_lock);
	mutex_unlock(&files_lock);
	mutex_lock(&groups_lock);
	mutex_unlock(&groups_lock);
	mutex_lock(&device_group_lock);
	mutex_unlock(&device_group_lock);
	mutex_lock(&device_groups_lock);
	mutex_unlock(&device_groups_lock);
	return 0;
}

static ssize_t state_store(struct device *dev, struct device_attribute *attribute, const char *text, size_t size)
{
	device_remove_file_self(dev, attribute);
	return size;
}
static DEVICE_ATTR_RW(state);

static struct attribute *state_attributes[] = { &dev_attr_state.attr, NULL };
static const struct attribute *const state_list[] = { &dev_attr_state.attr, NULL };
static const struct attribute_group state_group = { .attrs = state_attributes };
static const struct attribute_group *state_groups[] = { &state_group, NULL };

static ssize_t version_show(struct device_driver *driver, char *text)
{
	mutex_lock(&driver_lock);
	mutex_unlock(&driver_lock);
	return 0;
}
static DRIVER_ATTR_RO(version);

static int fan_read(struct device *dev, enum hwmon_sensor_types type, u32 attribute, int channel, long *value)
{
	mutex_lock(&hwmon_lock);
	mutex_unlock(&hwmon_lock);
	return 0;
}
const struct hwmon_ops fan_ops = { .read = fan_read };

void itself(struct device *dev)
{
	mutex_lock(&itself_lock);
	mutex_unlock(&itself_lock);
	device_remove_file_self(dev, &dev_attr_state);
}

void file(struct kobject *object)
{
	mutex_lock(&file_lock);
	mutex_unlock(&file_lock);
	sysfs_remove_file(object, &dev_attr_state.attr);
}

void file_ns(struct kobject *object)
{
	mutex_lock(&file_ns_lock);
	mutex_unlock(&file_ns_lock);
	sysfs_remove_file_ns(object, &dev_attr_state.attr, NULL);
}

void files(struct kobject *object)
{
	mutex_lock(&files_lock);
	mutex_unlock(&files_lock);
	sysfs_remove_files(object, state_list);
}

void groups(struct kobject *object)
{
	mutex_lock(&groups_lock);
	mutex_unlock(&groups_lock);
	sysfs_remove_groups(object, state_groups);
}

void device_group(struct device *dev)
{
	mutex_lock(&device_group_lock);
	mutex_unlock(&device_group_lock);
	device_remove_group(dev, &state_group);
}

void device_groups(struct device *dev)
{
	mutex_lock(&device_groups_lock);
	mutex_unlock(&device_groups_lock);
	device_remove_groups(dev, state_groups);
}

void driver(struct device_driver *driver)
{
	mutex_lock(&driver_lock);
	mutex_unlock(&driver_lock);
	driver_remove_file(driver, &driver_attr_version);
}

void hwmon(struct device *hwmon)
{
	mutex_lock(&hwmon_lock);
	mutex_unlock(&hwmon_lock);
	hwmon_device_unregister(hwmon);
}
