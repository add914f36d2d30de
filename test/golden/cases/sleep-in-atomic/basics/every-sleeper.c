// What sleeps beside doing something else, under a spinlock.
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

	spin_lock(&lock);		// journal1.1 holds lock
	result = jbd2_journal_start(journal, 1);	// journal1.2 sleeps jbd2_journal_start()
					// BUG[journal] sleep-in-atomic: jbd2_journal_start() in lock
	spin_unlock(&lock);
	return result;
}

handle_t *journal_inside(journal_t *journal)
{
	handle_t *result;

	spin_lock(&lock);		// journal_inside1.1 holds lock
	result = jbd2__journal_start(journal, 1, 0, 0, GFP_NOFS, 0, 0);	// journal_inside1.2 sleeps jbd2__journal_start()
					// BUG[journal_inside] sleep-in-atomic: jbd2__journal_start() in lock
	spin_unlock(&lock);
	return result;
}

int srcu(struct srcu_struct *domain)
{
	int result;

	spin_lock(&lock);		// srcu1.1 holds lock
	result = init_srcu_struct(domain);	// srcu1.2 sleeps init_srcu_struct()
					// BUG[srcu] sleep-in-atomic: init_srcu_struct() in lock
	spin_unlock(&lock);
	return result;
}

int percpu(struct percpu_rw_semaphore *sem)
{
	int result;

	spin_lock(&lock);		// percpu1.1 holds lock
	result = percpu_init_rwsem(sem);	// percpu1.2 sleeps percpu_init_rwsem()
					// BUG[percpu] sleep-in-atomic: percpu_init_rwsem() in lock
	spin_unlock(&lock);
	return result;
}

int percpu_inside(struct percpu_rw_semaphore *sem, struct lock_class_key *key)
{
	int result;

	spin_lock(&lock);		// percpu_inside1.1 holds lock
	result = __percpu_init_rwsem(sem, "sem", key);	// percpu_inside1.2 sleeps __percpu_init_rwsem()
					// BUG[percpu_inside] sleep-in-atomic: __percpu_init_rwsem() in lock
	spin_unlock(&lock);
	return result;
}

int on_each(work_func_t run)
{
	int result;

	spin_lock(&lock);		// on_each1.1 holds lock
	result = schedule_on_each_cpu(run);	// on_each1.2 sleeps schedule_on_each_cpu()
					// BUG[on_each] sleep-in-atomic: schedule_on_each_cpu() in lock
	spin_unlock(&lock);
	return result;
}

int on_one(long (*run)(void *))
{
	int result;

	spin_lock(&lock);		// on_one1.1 holds lock
	result = work_on_cpu_safe(0, run, NULL);	// on_one1.2 sleeps work_on_cpu_safe()
					// BUG[on_one] sleep-in-atomic: work_on_cpu_safe() in lock
	spin_unlock(&lock);
	return result;
}

struct task_struct *created(int (*run)(void *))
{
	struct task_struct *result;

	spin_lock(&lock);		// created1.1 holds lock
	result = kthread_create(run, NULL, "thread");	// created1.2 sleeps kthread_create()
					// BUG[created] sleep-in-atomic: kthread_create() in lock
	spin_unlock(&lock);
	return result;
}

struct task_struct *on_node(int (*run)(void *))
{
	struct task_struct *result;

	spin_lock(&lock);		// on_node1.1 holds lock
	result = kthread_create_on_node(run, NULL, 0, "thread");	// on_node1.2 sleeps kthread_create_on_node()
					// BUG[on_node] sleep-in-atomic: kthread_create_on_node() in lock
	spin_unlock(&lock);
	return result;
}

struct task_struct *on_cpu(int (*run)(void *))
{
	struct task_struct *result;

	spin_lock(&lock);		// on_cpu1.1 holds lock
	result = kthread_create_on_cpu(run, NULL, 0, "thread/%u");	// on_cpu1.2 sleeps kthread_create_on_cpu()
					// BUG[on_cpu] sleep-in-atomic: kthread_create_on_cpu() in lock
	spin_unlock(&lock);
	return result;
}

struct task_struct *run_on_cpu(int (*run)(void *))
{
	struct task_struct *result;

	spin_lock(&lock);		// run_on_cpu1.1 holds lock
	result = kthread_run_on_cpu(run, NULL, 0, "thread/%u");	// run_on_cpu1.2 sleeps kthread_run_on_cpu()
					// BUG[run_on_cpu] sleep-in-atomic: kthread_run_on_cpu() in lock
	spin_unlock(&lock);
	return result;
}

int nmi(unsigned int irq, irq_handler_t run, void *cookie)
{
	int result;

	spin_lock(&lock);		// nmi1.1 holds lock
	result = request_nmi(irq, run, 0, "nmi", cookie);	// nmi1.2 sleeps request_nmi()
					// BUG[nmi] sleep-in-atomic: request_nmi() in lock
	spin_unlock(&lock);
	return result;
}

int percpu_irq(unsigned int irq, irq_handler_t run, void __percpu *cookie)
{
	int result;

	spin_lock(&lock);		// percpu_irq1.1 holds lock
	result = request_percpu_irq(irq, run, "irq", cookie);	// percpu_irq1.2 sleeps request_percpu_irq()
					// BUG[percpu_irq] sleep-in-atomic: request_percpu_irq() in lock
	spin_unlock(&lock);
	return result;
}

int percpu_nmi(unsigned int irq, irq_handler_t run, void __percpu *cookie)
{
	int result;

	spin_lock(&lock);		// percpu_nmi1.1 holds lock
	result = request_percpu_nmi(irq, run, "nmi", cookie);	// percpu_nmi1.2 sleeps request_percpu_nmi()
					// BUG[percpu_nmi] sleep-in-atomic: request_percpu_nmi() in lock
	spin_unlock(&lock);
	return result;
}

int any_context(unsigned int irq, irq_handler_t run, void *cookie)
{
	int result;

	spin_lock(&lock);		// any_context1.1 holds lock
	result = request_any_context_irq(irq, run, 0, "irq", cookie);	// any_context1.2 sleeps request_any_context_irq()
					// BUG[any_context] sleep-in-atomic: request_any_context_irq() in lock
	spin_unlock(&lock);
	return result;
}

int managed(struct device *dev, unsigned int irq, irq_handler_t run)
{
	int result;

	spin_lock(&lock);		// managed1.1 holds lock
	result = devm_request_any_context_irq(dev, irq, run, 0, "irq", dev);	// managed1.2 sleeps devm_request_any_context_irq()
					// BUG[managed] sleep-in-atomic: devm_request_any_context_irq() in lock
	spin_unlock(&lock);
	return result;
}

int stopped(cpu_stop_fn_t run)
{
	int result;

	spin_lock(&lock);		// stopped1.1 holds lock
	result = stop_machine(run, NULL, NULL);	// stopped1.2 sleeps stop_machine()
					// BUG[stopped] sleep-in-atomic: stop_machine() in lock
	spin_unlock(&lock);
	return result;
}

int stopped_locked(cpu_stop_fn_t run)
{
	int result;

	spin_lock(&lock);		// stopped_locked1.1 holds lock
	result = stop_machine_cpuslocked(run, NULL, NULL);	// stopped_locked1.2 sleeps stop_machine_cpuslocked()
					// BUG[stopped_locked] sleep-in-atomic: stop_machine_cpuslocked() in lock
	spin_unlock(&lock);
	return result;
}

int stopped_one(cpu_stop_fn_t run)
{
	int result;

	spin_lock(&lock);		// stopped_one1.1 holds lock
	result = stop_one_cpu(0, run, NULL);	// stopped_one1.2 sleeps stop_one_cpu()
					// BUG[stopped_one] sleep-in-atomic: stop_one_cpu() in lock
	spin_unlock(&lock);
	return result;
}

int hotplug(int (*up)(unsigned int cpu))
{
	int result;

	spin_lock(&lock);		// hotplug1.1 holds lock
	result = cpuhp_setup_state(CPUHP_AP_ONLINE_DYN, "up", up, NULL);	// hotplug1.2 sleeps cpuhp_setup_state()
					// BUG[hotplug] sleep-in-atomic: cpuhp_setup_state() in lock
	spin_unlock(&lock);
	return result;
}

int hotplug_locked(int (*up)(unsigned int cpu))
{
	int result;

	spin_lock(&lock);		// hotplug_locked1.1 holds lock
	result = cpuhp_setup_state_cpuslocked(CPUHP_AP_ONLINE_DYN, "up", up, NULL);	// hotplug_locked1.2 sleeps cpuhp_setup_state_cpuslocked()
					// BUG[hotplug_locked] sleep-in-atomic: cpuhp_setup_state_cpuslocked() in
					//    lock
	spin_unlock(&lock);
	return result;
}

int hotplug_nocalls(int (*up)(unsigned int cpu))
{
	int result;

	spin_lock(&lock);		// hotplug_nocalls1.1 holds lock
	result = cpuhp_setup_state_nocalls(CPUHP_AP_ONLINE_DYN, "up", up, NULL);	// hotplug_nocalls1.2 sleeps cpuhp_setup_state_nocalls()
					// BUG[hotplug_nocalls] sleep-in-atomic: cpuhp_setup_state_nocalls() in
					//    lock
	spin_unlock(&lock);
	return result;
}

int hotplug_multi(int (*up)(unsigned int cpu, struct hlist_node *node))
{
	int result;

	spin_lock(&lock);		// hotplug_multi1.1 holds lock
	result = cpuhp_setup_state_multi(CPUHP_AP_ONLINE_DYN, "up", up, NULL);	// hotplug_multi1.2 sleeps cpuhp_setup_state_multi()
					// BUG[hotplug_multi] sleep-in-atomic: cpuhp_setup_state_multi() in lock
	spin_unlock(&lock);
	return result;
}

bool file_self(struct device *dev, struct device_attribute *attribute)
{
	bool result;

	spin_lock(&lock);		// file_self1.1 holds lock
	result = device_remove_file_self(dev, attribute);	// file_self1.2 sleeps device_remove_file_self()
					// BUG[file_self] sleep-in-atomic: device_remove_file_self() in lock
	spin_unlock(&lock);
	return result;
}

void file(struct kobject *object, struct attribute *attribute)
{
	spin_lock(&lock);		// file1.1 holds lock
	sysfs_remove_file(object, attribute);	// file1.2 sleeps sysfs_remove_file()
					// BUG[file] sleep-in-atomic: sysfs_remove_file() in lock
	spin_unlock(&lock);
}

void file_ns(struct kobject *object, struct attribute *attribute)
{
	spin_lock(&lock);		// file_ns1.1 holds lock
	sysfs_remove_file_ns(object, attribute, NULL);	// file_ns1.2 sleeps sysfs_remove_file_ns()
					// BUG[file_ns] sleep-in-atomic: sysfs_remove_file_ns() in lock
	spin_unlock(&lock);
}

void files(struct kobject *object, const struct attribute *const *attributes)
{
	spin_lock(&lock);		// files1.1 holds lock
	sysfs_remove_files(object, attributes);	// files1.2 sleeps sysfs_remove_files()
					// BUG[files] sleep-in-atomic: sysfs_remove_files() in lock
	spin_unlock(&lock);
}

void groups(struct kobject *object, const struct attribute_group **groups)
{
	spin_lock(&lock);		// groups1.1 holds lock
	sysfs_remove_groups(object, groups);	// groups1.2 sleeps sysfs_remove_groups()
					// BUG[groups] sleep-in-atomic: sysfs_remove_groups() in lock
	spin_unlock(&lock);
}

void group(struct device *dev, const struct attribute_group *group)
{
	spin_lock(&lock);		// group1.1 holds lock
	device_remove_group(dev, group);	// group1.2 sleeps device_remove_group()
					// BUG[group] sleep-in-atomic: device_remove_group() in lock
	spin_unlock(&lock);
}

void device_groups(struct device *dev, const struct attribute_group **groups)
{
	spin_lock(&lock);		// device_groups1.1 holds lock
	device_remove_groups(dev, groups);	// device_groups1.2 sleeps device_remove_groups()
					// BUG[device_groups] sleep-in-atomic: device_remove_groups() in lock
	spin_unlock(&lock);
}

void driver(struct device_driver *driver, struct driver_attribute *attribute)
{
	spin_lock(&lock);		// driver1.1 holds lock
	driver_remove_file(driver, attribute);	// driver1.2 sleeps driver_remove_file()
					// BUG[driver] sleep-in-atomic: driver_remove_file() in lock
	spin_unlock(&lock);
}

void hwmon(struct device *hwmon)
{
	spin_lock(&lock);		// hwmon1.1 holds lock
	hwmon_device_unregister(hwmon);	// hwmon1.2 sleeps hwmon_device_unregister()
					// BUG[hwmon] sleep-in-atomic: hwmon_device_unregister() in lock
	spin_unlock(&lock);
}

int park(struct task_struct *task)
{
	int result;

	spin_lock(&lock);		// park1.1 holds lock
	result = kthread_park(task);	// park1.2 sleeps kthread_park()
					// BUG[park] sleep-in-atomic: kthread_park() in lock
	spin_unlock(&lock);
	return result;
}

void tasklet(struct tasklet_struct *tasklet)
{
	spin_lock(&lock);		// tasklet1.1 holds lock
	tasklet_disable(tasklet);	// tasklet1.2 sleeps tasklet_disable()
					// BUG[tasklet] sleep-in-atomic: tasklet_disable() in lock
	spin_unlock(&lock);
}

bool disabled(struct work_struct *work)
{
	bool result;

	spin_lock(&lock);		// disabled1.1 holds lock
	result = disable_work_sync(work);	// disabled1.2 sleeps disable_work_sync()
					// BUG[disabled] sleep-in-atomic: disable_work_sync() in lock
	spin_unlock(&lock);
	return result;
}

bool flushed(struct delayed_work *work)
{
	bool result;

	spin_lock(&lock);		// flushed1.1 holds lock
	result = flush_delayed_work(work);	// flushed1.2 sleeps flush_delayed_work()
					// BUG[flushed] sleep-in-atomic: flush_delayed_work() in lock
	spin_unlock(&lock);
	return result;
}

void irq(unsigned int irq)
{
	spin_lock(&lock);		// irq1.1 holds lock
	synchronize_irq(irq);		// irq1.2 sleeps synchronize_irq()
					// BUG[irq] sleep-in-atomic: synchronize_irq() in lock
	spin_unlock(&lock);
}
