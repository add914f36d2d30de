// Since 6.16 a reader of a per-CPU semaphore may be frozen while it waits: gone before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/percpu-rwsem.h>

void percpu_down_read_freezable(struct percpu_rw_semaphore *sem, bool freeze);

static DEFINE_STATIC_PERCPU_RWSEM(hold_a);
static DEFINE_MUTEX(hold_b);

void hold_forward(void)
{
	percpu_down_read_freezable(&hold_a, true);
	percpu_up_read(&hold_a);
	mutex_lock(&hold_b);
	mutex_unlock(&hold_b);
}

void hold_backward(void)
{
	mutex_lock(&hold_b);
	percpu_down_write(&hold_a);
	percpu_up_write(&hold_a);
	mutex_unlock(&hold_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(want_a);
static DEFINE_MUTEX(want_b);

void want_forward(void)
{
	percpu_down_write(&want_a);
	percpu_up_write(&want_a);
	mutex_lock(&want_b);
	mutex_unlock(&want_b);
}

void want_backward(void)
{
	mutex_lock(&want_b);
	percpu_down_read_freezable(&want_a, true);
	percpu_up_read(&want_a);
	mutex_unlock(&want_b);
}
