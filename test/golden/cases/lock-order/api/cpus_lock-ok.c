// The lock of processors that come and go, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/cpu.h>

static DEFINE_MUTEX(write_b);

void write_forward(void)
{
	cpus_write_lock();
	cpus_write_unlock();
	mutex_lock(&write_b);
	mutex_unlock(&write_b);
}

void write_backward(void)
{
	mutex_lock(&write_b);
	cpus_write_lock();
	cpus_write_unlock();
	mutex_unlock(&write_b);
}

static DEFINE_MUTEX(read_b);

void read_forward(void)
{
	cpus_read_lock();
	cpus_read_unlock();
	mutex_lock(&read_b);
	mutex_unlock(&read_b);
}

void read_backward(void)
{
	mutex_lock(&read_b);
	cpus_write_lock();
	cpus_write_unlock();
	mutex_unlock(&read_b);
}

static DEFINE_MUTEX(read_want_b);

void read_want_forward(void)
{
	cpus_write_lock();
	cpus_write_unlock();
	mutex_lock(&read_want_b);
	mutex_unlock(&read_want_b);
}

void read_want_backward(void)
{
	mutex_lock(&read_want_b);
	cpus_read_lock();
	cpus_read_unlock();
	mutex_unlock(&read_want_b);
}

static DEFINE_MUTEX(read_try_b);

void read_try_forward(void)
{
	if (!cpus_read_trylock())
		return;
	cpus_read_unlock();
	mutex_lock(&read_try_b);
	mutex_unlock(&read_try_b);
}

void read_try_backward(void)
{
	mutex_lock(&read_try_b);
	cpus_write_lock();
	cpus_write_unlock();
	mutex_unlock(&read_try_b);
}
