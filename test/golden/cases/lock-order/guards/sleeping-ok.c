// Every guard() of the headers that takes a lock that sleeps, at its end before the mutex is taken.
// CLEAN
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
	{
		guard(mutex)(&mutex_a);
	}
	mutex_lock(&mutex_b);
	mutex_unlock(&mutex_b);
}

void mutex_backward(void)
{
	mutex_lock(&mutex_b);
	{
		guard(mutex)(&mutex_a);
	}
	mutex_unlock(&mutex_b);
}

static DECLARE_RWSEM(rwsem_write_a);
static DEFINE_MUTEX(rwsem_write_b);

void rwsem_write_forward(void)
{
	{
		guard(rwsem_write)(&rwsem_write_a);
	}
	mutex_lock(&rwsem_write_b);
	mutex_unlock(&rwsem_write_b);
}

void rwsem_write_backward(void)
{
	mutex_lock(&rwsem_write_b);
	{
		guard(rwsem_write)(&rwsem_write_a);
	}
	mutex_unlock(&rwsem_write_b);
}

static DECLARE_RWSEM(rwsem_read_a);
static DEFINE_MUTEX(rwsem_read_b);

void rwsem_read_forward(void)
{
	{
		guard(rwsem_read)(&rwsem_read_a);
	}
	mutex_lock(&rwsem_read_b);
	mutex_unlock(&rwsem_read_b);
}

void rwsem_read_backward(void)
{
	mutex_lock(&rwsem_read_b);
	down_write(&rwsem_read_a);
	up_write(&rwsem_read_a);
	mutex_unlock(&rwsem_read_b);
}

static DEFINE_MUTEX(device_b);

void device_forward(struct device *device)
{
	{
		guard(device)(device);
	}
	mutex_lock(&device_b);
	mutex_unlock(&device_b);
}

void device_backward(struct device *device)
{
	mutex_lock(&device_b);
	{
		guard(device)(device);
	}
	mutex_unlock(&device_b);
}

static DEFINE_SPINLOCK(task_b);

void task_forward(struct task_struct *task)
{
	{
		guard(task_lock)(task);
	}
	spin_lock(&task_b);
	spin_unlock(&task_b);
}

void task_backward(struct task_struct *task)
{
	spin_lock(&task_b);
	{
		guard(task_lock)(task);
	}
	spin_unlock(&task_b);
}

static DEFINE_MUTEX(console_b);

void console_forward(void)
{
	{
		guard(console_lock)();
	}
	mutex_lock(&console_b);
	mutex_unlock(&console_b);
}

void console_backward(void)
{
	mutex_lock(&console_b);
	{
		guard(console_lock)();
	}
	mutex_unlock(&console_b);
}

static DEFINE_MUTEX(cpus_b);

void cpus_forward(void)
{
	{
		guard(cpus_read_lock)();
	}
	mutex_lock(&cpus_b);
	mutex_unlock(&cpus_b);
}

void cpus_backward(void)
{
	mutex_lock(&cpus_b);
	cpus_write_lock();
	cpus_write_unlock();
	mutex_unlock(&cpus_b);
}

static DEFINE_MUTEX(rtnl_b);

void rtnl_forward(void)
{
	{
		guard(rtnl)();
	}
	mutex_lock(&rtnl_b);
	mutex_unlock(&rtnl_b);
}

void rtnl_backward(void)
{
	mutex_lock(&rtnl_b);
	{
		guard(rtnl)();
	}
	mutex_unlock(&rtnl_b);
}
