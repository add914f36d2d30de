// Every guard() of the headers that takes a lock that sleeps: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/console.h>
#include <linux/cpu.h>
#include <linux/device.h>
#include <linux/rtnetlink.h>
#include <linux/sched/task.h>

static DEFINE_MUTEX(mutex_a);
static DEFINE_MUTEX(mutex_b);

void mutex_forward(void)
{
	guard(mutex)(&mutex_a);
					// mutex1.1 calls class_mutex_constructor
					// mutex1.2 holds mutex_a in mutex.h
	mutex_lock(&mutex_b);		// mutex1.3 wants mutex_b
					// BUG[mutex] lock-order: mutex_a -> mutex_b -> mutex_a
	mutex_unlock(&mutex_b);
}

void mutex_backward(void)
{
	mutex_lock(&mutex_b);		// mutex2.1 holds mutex_b
	{
		guard(mutex)(&mutex_a);
					// mutex2.2 calls class_mutex_constructor
					// mutex2.3 wants mutex_a in mutex.h
	}
	mutex_unlock(&mutex_b);
}

static DECLARE_RWSEM(rwsem_write_a);
static DEFINE_MUTEX(rwsem_write_b);

void rwsem_write_forward(void)
{
	guard(rwsem_write)(&rwsem_write_a);
					// rwsem_write1.1 calls class_rwsem_write_constructor
					// rwsem_write1.2 holds rwsem_write_a in rwsem.h
	mutex_lock(&rwsem_write_b);	// rwsem_write1.3 wants rwsem_write_b
					// BUG[rwsem_write] lock-order: rwsem_write_a -> rwsem_write_b -> rwsem_write_a
	mutex_unlock(&rwsem_write_b);
}

void rwsem_write_backward(void)
{
	mutex_lock(&rwsem_write_b);	// rwsem_write2.1 holds rwsem_write_b
	{
		guard(rwsem_write)(&rwsem_write_a);
					// rwsem_write2.2 calls class_rwsem_write_constructor
					// rwsem_write2.3 wants rwsem_write_a in rwsem.h
	}
	mutex_unlock(&rwsem_write_b);
}

static DECLARE_RWSEM(rwsem_read_a);
static DEFINE_MUTEX(rwsem_read_b);

void rwsem_read_forward(void)
{
	guard(rwsem_read)(&rwsem_read_a);
					// rwsem_read1.1 calls class_rwsem_read_constructor
					// rwsem_read1.2 holds rwsem_read_a in rwsem.h
	mutex_lock(&rwsem_read_b);	// rwsem_read1.3 wants rwsem_read_b
					// BUG[rwsem_read] lock-order: rwsem_read_a -> rwsem_read_b -> rwsem_read_a
	mutex_unlock(&rwsem_read_b);
}

void rwsem_read_backward(void)
{
	mutex_lock(&rwsem_read_b);	// rwsem_read2.1 holds rwsem_read_b
	down_write(&rwsem_read_a);	// rwsem_read2.2 wants rwsem_read_a
	up_write(&rwsem_read_a);
	mutex_unlock(&rwsem_read_b);
}

static DEFINE_MUTEX(device_b);

void device_forward(struct device *device)
{
	guard(device)(device);
					// device1.1 calls class_device_constructor
					// device1.2 holds device.mutex in device.h
	mutex_lock(&device_b);		// device1.3 wants device_b
					// BUG[device] lock-order medium: device.mutex -> device_b -> device.mutex; a parent before its child
	mutex_unlock(&device_b);
}

void device_backward(struct device *device)
{
	mutex_lock(&device_b);		// device2.1 holds device_b
	{
		guard(device)(device);
					// device2.2 calls class_device_constructor
					// device2.3 wants device.mutex in device.h
	}
	mutex_unlock(&device_b);
}

static DEFINE_SPINLOCK(task_b);

void task_forward(struct task_struct *task)
{
	guard(task_lock)(task);
					// task2.1 calls class_task_lock_constructor
					// task2.2 holds task_struct.alloc_lock in task.h
	spin_lock(&task_b);		// task2.3 wants task_b
	spin_unlock(&task_b);
}

void task_backward(struct task_struct *task)
{
	spin_lock(&task_b);		// task1.1 holds task_b
	{
		guard(task_lock)(task);
					// task1.2 calls class_task_lock_constructor
					// task1.3 wants task_struct.alloc_lock in task.h
					// BUG[task] lock-order: task_b -> task_struct.alloc_lock -> task_b
	}
	spin_unlock(&task_b);
}

static DEFINE_MUTEX(console_b);

void console_forward(void)
{
	guard(console_lock)();
					// console2.1 calls class_console_lock_constructor
					// console2.2 holds console_sem in console.h
	mutex_lock(&console_b);		// console2.3 wants console_b
	mutex_unlock(&console_b);
}

void console_backward(void)
{
	mutex_lock(&console_b);		// console1.1 holds console_b
	{
		guard(console_lock)();
					// console1.2 calls class_console_lock_constructor
					// console1.3 wants console_sem in console.h
					// BUG[console] lock-order: console_b -> console_sem -> console_b
	}
	mutex_unlock(&console_b);
}

static DEFINE_MUTEX(cpus_b);

void cpus_forward(void)
{
	guard(cpus_read_lock)();
					// cpus1.1 calls class_cpus_read_lock_constructor
					// cpus1.2 holds cpu_hotplug_lock in cpuhplock.h
	mutex_lock(&cpus_b);		// cpus1.3 wants cpus_b
					// BUG[cpus] lock-order: cpu_hotplug_lock -> cpus_b -> cpu_hotplug_lock
	mutex_unlock(&cpus_b);
}

void cpus_backward(void)
{
	mutex_lock(&cpus_b);		// cpus2.1 holds cpus_b
	cpus_write_lock();		// cpus2.2 wants cpu_hotplug_lock
	cpus_write_unlock();
	mutex_unlock(&cpus_b);
}

static DEFINE_MUTEX(rtnl_b);

void rtnl_forward(void)
{
	guard(rtnl)();
					// rtnl2.1 calls class_rtnl_constructor
					// rtnl2.2 holds rtnl_mutex in rtnetlink.h
	mutex_lock(&rtnl_b);		// rtnl2.3 wants rtnl_b
	mutex_unlock(&rtnl_b);
}

void rtnl_backward(void)
{
	mutex_lock(&rtnl_b);		// rtnl1.1 holds rtnl_b
	{
		guard(rtnl)();
					// rtnl1.2 calls class_rtnl_constructor
					// rtnl1.3 wants rtnl_mutex in rtnetlink.h
					// BUG[rtnl] lock-order: rtnl_b -> rtnl_mutex -> rtnl_b
	}
	mutex_unlock(&rtnl_b);
}
