// Files of sysfs are removed, in every other way, under the mutex that showing them takes.
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

static ssize_t state_show(struct device *dev, struct device_attribute *attribute, char *text)	// itself2.1 enters state_show
					// itself2.2 holds dev_attr_state; file2.1 enters state_show
					// file2.2 holds dev_attr_state; file_ns2.1 enters state_show
					// file_ns2.2 holds dev_attr_state; files2.1 enters state_show
					// files2.2 holds kernfs_active; groups2.1 enters state_show
					// groups2.2 holds kernfs_active; device_group2.1 enters state_show
					// device_group2.2 holds kernfs_active; device_groups2.1 enters state_show
					// device_groups2.2 holds kernfs_active
{
	mutex_lock(&itself_lock);	// itself2.3 wants itself_lock
	mutex_unlock(&itself_lock);
	mutex_lock(&file_lock);		// file2.3 wants file_lock
	mutex_unlock(&file_lock);
	mutex_lock(&file_ns_lock);	// file_ns2.3 wants file_ns_lock
	mutex_unlock(&file_ns_lock);
	mutex_lock(&files_lock);	// files2.3 wants files_lock
	mutex_unlock(&files_lock);
	mutex_lock(&groups_lock);	// groups2.3 wants groups_lock
	mutex_unlock(&groups_lock);
	mutex_lock(&device_group_lock);	// device_group2.3 wants device_group_lock
	mutex_unlock(&device_group_lock);
	mutex_lock(&device_groups_lock);	// device_groups2.3 wants device_groups_lock
	mutex_unlock(&device_groups_lock);
	return 0;
}

static DEVICE_ATTR_RO(state);

static struct attribute *state_attributes[] = { &dev_attr_state.attr, NULL };
static const struct attribute *const state_list[] = { &dev_attr_state.attr, NULL };
static const struct attribute_group state_group = { .attrs = state_attributes };
static const struct attribute_group *state_groups[] = { &state_group, NULL };

static ssize_t version_show(struct device_driver *driver, char *text)	// driver2.1 enters version_show
					// driver2.2 holds driver_attr_version
{
	mutex_lock(&driver_lock);	// driver2.3 wants driver_lock
	mutex_unlock(&driver_lock);
	return 0;
}
static DRIVER_ATTR_RO(version);

static int fan_read(struct device *dev, enum hwmon_sensor_types type, u32 attribute, int channel, long *value)	// hwmon2.1 enters fan_read
					// hwmon2.2 holds kernfs_active
{
	mutex_lock(&hwmon_lock);	// hwmon2.3 wants hwmon_lock
	mutex_unlock(&hwmon_lock);
	return 0;
}
const struct hwmon_ops fan_ops = { .read = fan_read };

void itself(struct device *dev)
{
	mutex_lock(&itself_lock);	// itself1.1 holds itself_lock
	device_remove_file_self(dev, &dev_attr_state);	// itself1.2 waits dev_attr_state
					// BUG[itself] wait-under-lock: itself_lock -> dev_attr_state ->
					//    itself_lock
	mutex_unlock(&itself_lock);
}

void file(struct kobject *object)
{
	mutex_lock(&file_lock);		// file1.1 holds file_lock
	sysfs_remove_file(object, &dev_attr_state.attr);	// file1.2 waits dev_attr_state
					// BUG[file] wait-under-lock: file_lock -> dev_attr_state ->
					//    file_lock
	mutex_unlock(&file_lock);
}

void file_ns(struct kobject *object)
{
	mutex_lock(&file_ns_lock);	// file_ns1.1 holds file_ns_lock
	sysfs_remove_file_ns(object, &dev_attr_state.attr, NULL);	// file_ns1.2 waits dev_attr_state
					// BUG[file_ns] wait-under-lock: file_ns_lock -> dev_attr_state ->
					//    file_ns_lock
	mutex_unlock(&file_ns_lock);
}

void files(struct kobject *object)
{
	mutex_lock(&files_lock);	// files1.1 holds files_lock
	sysfs_remove_files(object, state_list);	// files1.2 waits kernfs_active
					// BUG[files] wait-under-lock low: files_lock -> kernfs_active ->
					//    files_lock; which of its files is removed is not known
	mutex_unlock(&files_lock);
}

void groups(struct kobject *object)
{
	mutex_lock(&groups_lock);	// groups1.1 holds groups_lock
	sysfs_remove_groups(object, state_groups);	// groups1.2 waits kernfs_active
					// BUG[groups] wait-under-lock low: groups_lock -> kernfs_active ->
					//    groups_lock; which of its files is removed is not known
	mutex_unlock(&groups_lock);
}

void device_group(struct device *dev)
{
	mutex_lock(&device_group_lock);	// device_group1.1 holds device_group_lock
	device_remove_group(dev, &state_group);	// device_group1.2 waits kernfs_active
					// BUG[device_group] wait-under-lock low: device_group_lock ->
					//    kernfs_active -> device_group_lock; which of its files is removed is not
					//    known
	mutex_unlock(&device_group_lock);
}

void device_groups(struct device *dev)
{
	mutex_lock(&device_groups_lock);	// device_groups1.1 holds device_groups_lock
	device_remove_groups(dev, state_groups);	// device_groups1.2 waits kernfs_active
					// BUG[device_groups] wait-under-lock low: device_groups_lock ->
					//    kernfs_active -> device_groups_lock; which of its files is removed is
					//    not known
	mutex_unlock(&device_groups_lock);
}

void driver(struct device_driver *driver)
{
	mutex_lock(&driver_lock);	// driver1.1 holds driver_lock
	driver_remove_file(driver, &driver_attr_version);	// driver1.2 waits driver_attr_version
					// BUG[driver] wait-under-lock: driver_lock -> driver_attr_version ->
					//    driver_lock
	mutex_unlock(&driver_lock);
}

void hwmon(struct device *hwmon)
{
	mutex_lock(&hwmon_lock);	// hwmon1.1 holds hwmon_lock
	hwmon_device_unregister(hwmon);	// hwmon1.2 waits kernfs_active
					// BUG[hwmon] wait-under-lock low: hwmon_lock -> kernfs_active ->
					//    hwmon_lock; which of its files is removed is not known
	mutex_unlock(&hwmon_lock);
}
