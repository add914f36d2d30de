// Since 6.16 a reader of a per-CPU semaphore may be frozen: held over a mutex, waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/percpu-rwsem.h>

void percpu_down_read_freezable(struct percpu_rw_semaphore *sem, bool freeze);

static DEFINE_STATIC_PERCPU_RWSEM(hold_a);
static DEFINE_MUTEX(hold_b);

void hold_forward(void)
{
	percpu_down_read_freezable(&hold_a, true);	// hold1.1 holds hold_a
	mutex_lock(&hold_b);	// hold1.2 wants hold_b
					// BUG[hold] lock-order: hold_a -> hold_b -> hold_a
	mutex_unlock(&hold_b);
	percpu_up_read(&hold_a);
}

void hold_backward(void)
{
	mutex_lock(&hold_b);	// hold2.1 holds hold_b
	percpu_down_write(&hold_a);	// hold2.2 wants hold_a
	percpu_up_write(&hold_a);
	mutex_unlock(&hold_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(want_a);
static DEFINE_MUTEX(want_b);

void want_forward(void)
{
	percpu_down_write(&want_a);	// want1.1 holds want_a
	mutex_lock(&want_b);	// want1.2 wants want_b
					// BUG[want] lock-order: want_a -> want_b -> want_a
	mutex_unlock(&want_b);
	percpu_up_write(&want_a);
}

void want_backward(void)
{
	mutex_lock(&want_b);	// want2.1 holds want_b
	percpu_down_read_freezable(&want_a, true);	// want2.2 wants want_a
	percpu_up_read(&want_a);
	mutex_unlock(&want_b);
}
