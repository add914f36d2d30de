// Every way to take a percpu_rw_semaphore, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/percpu-rwsem.h>

static DEFINE_STATIC_PERCPU_RWSEM(write_a);
static DEFINE_MUTEX(write_b);

void write_forward(void)
{
	percpu_down_write(&write_a);
	percpu_up_write(&write_a);
	mutex_lock(&write_b);
	mutex_unlock(&write_b);
}

void write_backward(void)
{
	mutex_lock(&write_b);
	percpu_down_write(&write_a);
	percpu_up_write(&write_a);
	mutex_unlock(&write_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(read_a);
static DEFINE_MUTEX(read_b);

void read_forward(void)
{
	percpu_down_read(&read_a);
	percpu_up_read(&read_a);
	mutex_lock(&read_b);
	mutex_unlock(&read_b);
}

void read_backward(void)
{
	mutex_lock(&read_b);
	percpu_down_write(&read_a);
	percpu_up_write(&read_a);
	mutex_unlock(&read_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(read_want_a);
static DEFINE_MUTEX(read_want_b);

void read_want_forward(void)
{
	percpu_down_write(&read_want_a);
	percpu_up_write(&read_want_a);
	mutex_lock(&read_want_b);
	mutex_unlock(&read_want_b);
}

void read_want_backward(void)
{
	mutex_lock(&read_want_b);
	percpu_down_read(&read_want_a);
	percpu_up_read(&read_want_a);
	mutex_unlock(&read_want_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(read_try_a);
static DEFINE_MUTEX(read_try_b);

void read_try_forward(void)
{
	if (!percpu_down_read_trylock(&read_try_a))
		return;
	percpu_up_read(&read_try_a);
	mutex_lock(&read_try_b);
	mutex_unlock(&read_try_b);
}

void read_try_backward(void)
{
	mutex_lock(&read_try_b);
	percpu_down_write(&read_try_a);
	percpu_up_write(&read_try_a);
	mutex_unlock(&read_try_b);
}
