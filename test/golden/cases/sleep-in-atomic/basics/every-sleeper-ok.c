// What sleeps beside doing something else, after a spinlock was given back.
// CLEAN
#include "kernel.h"
#include <linux/cpuhotplug.h>
#include <linux/device.h>
#include <linux/hwmon.h>
#include <linux/jbd2.h>
#include <linux/percpu-rwsem.h>
#include <linux/srcu.h>
#include <linux/stop_machine.h>

static DEFINE_SPINLOCK(lock);

handle_t *journal(journal_t *journal)
{
	handle_t *result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = jbd2_journal_start(journal, 1);
	return result;
}

handle_t *journal_inside(journal_t *journal)
{
	handle_t *result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = jbd2__journal_start(journal, 1, 0, 0, GFP_NOFS, 0, 0);
	return result;
}

int srcu(struct srcu_struct *domain)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = init_srcu_struct(domain);
	return result;
}

int percpu(struct percpu_rw_semaphore *sem)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = percpu_init_rwsem(sem);
	return result;
}

int percpu_inside(struct percpu_rw_semaphore *sem, struct lock_class_key *key)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = __percpu_init_rwsem(sem, "sem", key);
	return result;
}

int on_each(work_func_t run)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = schedule_on_each_cpu(run);
	return result;
}

int on_one(long (*run)(void *))
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = work_on_cpu_safe(0, run, NULL);
	return result;
}

struct task_struct *created(int (*run)(void *))
{
	struct task_struct *result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = kthread_create(run, NULL, "thread");
	return result;
}

struct task_struct *on_node(int (*run)(void *))
{
	struct task_struct *result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = kthread_create_on_node(run, NULL, 0, "thread");
	return result;
}

struct task_struct *on_cpu(int (*run)(void *))
{
	struct task_struct *result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = kthread_create_on_cpu(run, NULL, 0, "thread/%u");
	return result;
}

struct task_struct *run_on_cpu(int (*run)(void *))
{
	struct task_struct *result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = kthread_run_on_cpu(run, NULL, 0, "thread/%u");
	return result;
}

int nmi(unsigned int irq, irq_handler_t run, void *cookie)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = request_nmi(irq, run, 0, "nmi", cookie);
	return result;
}

int percpu_irq(unsigned int irq, irq_handler_t run, void __percpu *cookie)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = request_percpu_irq(irq, run, "irq", cookie);
	return result;
}

int percpu_nmi(unsigned int irq, irq_handler_t run, void __percpu *cookie)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = request_percpu_nmi(irq, run, "nmi", cookie);
	return result;
}

int any_context(unsigned int irq, irq_handler_t run, void *cookie)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = request_any_context_irq(irq, run, 0, "irq", cookie);
	return result;
}

int managed(struct device *dev, unsigned int irq, irq_handler_t run)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = devm_request_any_context_irq(dev, irq, run, 0, "irq", dev);
	return result;
}

int stopped(cpu_stop_fn_t run)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = stop_machine(run, NULL, NULL);
	return result;
}

int stopped_locked(cpu_stop_fn_t run)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = stop_machine_cpuslocked(run, NULL, NULL);
	return result;
}

int stopped_one(cpu_stop_fn_t run)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = stop_one_cpu(0, run, NULL);
	return result;
}

int hotplug(int (*up)(unsigned int cpu))
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "up", up, NULL);
	return result;
}

int hotplug_locked(int (*up)(unsigned int cpu))
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = cpuhp_setup_state_cpuslocked(CPUHP_AP_ONLINE_DYN, "up", up, NULL);
	return result;
}

int hotplug_nocalls(int (*up)(unsigned int cpu))
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = cpuhp_setup_state_nocalls(CPUHP_AP_ONLINE_DYN, "up", up, NULL);
	return result;
}

int hotplug_multi(int (*up)(unsigned int cpu, struct hlist_node *node))
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = cpuhp_setup_state_multi(CPUHP_AP_ONLINE_DYN, "up", up, NULL);
	return result;
}

bool file_self(struct device *dev, struct device_attribute *attribute)
{
	bool result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = device_remove_file_self(dev, attribute);
	return result;
}

void file(struct kobject *object, struct attribute *attribute)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	sysfs_remove_file(object, attribute);
}

void file_ns(struct kobject *object, struct attribute *attribute)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	sysfs_remove_file_ns(object, attribute, NULL);
}

void files(struct kobject *object, const struct attribute *const *attributes)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	sysfs_remove_files(object, attributes);
}

void groups(struct kobject *object, const struct attribute_group **groups)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	sysfs_remove_groups(object, groups);
}

void group(struct device *dev, const struct attribute_group *group)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	device_remove_group(dev, group);
}

void device_groups(struct device *dev, const struct attribute_group **groups)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	device_remove_groups(dev, groups);
}

void driver(struct device_driver *driver, struct driver_attribute *attribute)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	driver_remove_file(driver, attribute);
}

void hwmon(struct device *hwmon)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	hwmon_device_unregister(hwmon);
}

int park(struct task_struct *task)
{
	int result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = kthread_park(task);
	return result;
}

void tasklet(struct tasklet_struct *tasklet)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	tasklet_disable(tasklet);
}

bool disabled(struct work_struct *work)
{
	bool result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = disable_work_sync(work);
	return result;
}

bool flushed(struct delayed_work *work)
{
	bool result;

	spin_lock(&lock);
	spin_unlock(&lock);
	result = flush_delayed_work(work);
	return result;
}

void irq(unsigned int irq)
{
	spin_lock(&lock);
	spin_unlock(&lock);
	synchronize_irq(irq);
}
