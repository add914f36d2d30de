// The lock of processors that come and go: held over a mutex, and a writer waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/cpu.h>

static DEFINE_MUTEX(write_b);

void write_forward(void)
{
	cpus_write_lock();		// write1.1 holds cpu_hotplug_lock
	mutex_lock(&write_b);		// write1.2 wants write_b
					// BUG[write] lock-order: cpu_hotplug_lock -> write_b -> cpu_hotplug_lock
	mutex_unlock(&write_b);
	cpus_write_unlock();
}

void write_backward(void)
{
	mutex_lock(&write_b);		// write2.1 holds write_b
	cpus_write_lock();		// write2.2 wants cpu_hotplug_lock
	cpus_write_unlock();
	mutex_unlock(&write_b);
}

static DEFINE_MUTEX(read_b);

void read_forward(void)
{
	cpus_read_lock();		// read1.1 holds cpu_hotplug_lock
	mutex_lock(&read_b);		// read1.2 wants read_b
					// BUG[read] lock-order: cpu_hotplug_lock -> read_b -> cpu_hotplug_lock
	mutex_unlock(&read_b);
	cpus_read_unlock();
}

void read_backward(void)
{
	mutex_lock(&read_b);		// read2.1 holds read_b
	cpus_write_lock();		// read2.2 wants cpu_hotplug_lock
	cpus_write_unlock();
	mutex_unlock(&read_b);
}

static DEFINE_MUTEX(read_want_b);

void read_want_forward(void)
{
	cpus_write_lock();		// read_want1.1 holds cpu_hotplug_lock
	mutex_lock(&read_want_b);	// read_want1.2 wants read_want_b
					// BUG[read_want] lock-order: cpu_hotplug_lock -> read_want_b -> cpu_hotplug_lock
	mutex_unlock(&read_want_b);
	cpus_write_unlock();
}

void read_want_backward(void)
{
	mutex_lock(&read_want_b);	// read_want2.1 holds read_want_b
	cpus_read_lock();		// read_want2.2 wants cpu_hotplug_lock
	cpus_read_unlock();
	mutex_unlock(&read_want_b);
}

static DEFINE_MUTEX(read_try_b);

void read_try_forward(void)
{
	if (!cpus_read_trylock())	// read_try1.1 holds cpu_hotplug_lock
		return;
	mutex_lock(&read_try_b);	// read_try1.2 wants read_try_b
					// BUG[read_try] lock-order: cpu_hotplug_lock -> read_try_b -> cpu_hotplug_lock
	mutex_unlock(&read_try_b);
	cpus_read_unlock();
}

void read_try_backward(void)
{
	mutex_lock(&read_try_b);	// read_try2.1 holds read_try_b
	cpus_write_lock();		// read_try2.2 wants cpu_hotplug_lock
	cpus_write_unlock();
	mutex_unlock(&read_try_b);
}
