// A percpu_rw_semaphore that this thread took over, or handed over, is not held when the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/percpu-rwsem.h>

static DEFINE_STATIC_PERCPU_RWSEM(taken_over_a);
static DEFINE_MUTEX(taken_over_b);

void taken_over_forward(void)
{
	percpu_rwsem_acquire(&taken_over_a, false, _THIS_IP_);
	percpu_up_write(&taken_over_a);
	mutex_lock(&taken_over_b);
	mutex_unlock(&taken_over_b);
}

void taken_over_backward(void)
{
	mutex_lock(&taken_over_b);
	percpu_down_write(&taken_over_a);
	percpu_up_write(&taken_over_a);
	mutex_unlock(&taken_over_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(handed_over_a);
static DEFINE_MUTEX(handed_over_b);

void handed_over_forward(void)
{
	percpu_down_write(&handed_over_a);
	percpu_rwsem_release(&handed_over_a, _THIS_IP_);
	mutex_lock(&handed_over_b);
	mutex_unlock(&handed_over_b);
}

void handed_over_backward(void)
{
	mutex_lock(&handed_over_b);
	percpu_down_write(&handed_over_a);
	percpu_up_write(&handed_over_a);
	mutex_unlock(&handed_over_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(read_taken_over_a);
static DEFINE_MUTEX(read_taken_over_b);

void read_taken_over_forward(void)
{
	percpu_rwsem_acquire(&read_taken_over_a, true, _THIS_IP_);
	percpu_up_read(&read_taken_over_a);
	mutex_lock(&read_taken_over_b);
	mutex_unlock(&read_taken_over_b);
}

void read_taken_over_backward(void)
{
	mutex_lock(&read_taken_over_b);
	percpu_down_write(&read_taken_over_a);
	percpu_up_write(&read_taken_over_a);
	mutex_unlock(&read_taken_over_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(read_handed_over_a);
static DEFINE_MUTEX(read_handed_over_b);

void read_handed_over_forward(void)
{
	percpu_down_read(&read_handed_over_a);
	percpu_rwsem_release(&read_handed_over_a, _THIS_IP_);
	mutex_lock(&read_handed_over_b);
	mutex_unlock(&read_handed_over_b);
}

void read_handed_over_backward(void)
{
	mutex_lock(&read_handed_over_b);
	percpu_down_write(&read_handed_over_a);
	percpu_up_write(&read_handed_over_a);
	mutex_unlock(&read_handed_over_b);
}
