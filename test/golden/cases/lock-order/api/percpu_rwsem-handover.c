// A percpu_rw_semaphore that this thread took over is held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/percpu-rwsem.h>

static DEFINE_STATIC_PERCPU_RWSEM(taken_over_a);
static DEFINE_MUTEX(taken_over_b);

void taken_over_forward(void)
{
	percpu_rwsem_acquire(&taken_over_a, false, _THIS_IP_);	// taken_over1.1 holds taken_over_a
	mutex_lock(&taken_over_b);	// taken_over1.2 wants taken_over_b
					// BUG[taken_over] lock-order: taken_over_a -> taken_over_b -> taken_over_a
	mutex_unlock(&taken_over_b);
	percpu_up_write(&taken_over_a);
}

void taken_over_backward(void)
{
	mutex_lock(&taken_over_b);	// taken_over2.1 holds taken_over_b
	percpu_down_write(&taken_over_a);	// taken_over2.2 wants taken_over_a
	percpu_up_write(&taken_over_a);
	mutex_unlock(&taken_over_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(handed_over_a);
static DEFINE_MUTEX(handed_over_b);

void handed_over_forward(void)
{
	percpu_down_write(&handed_over_a);	// handed_over1.1 holds handed_over_a
	mutex_lock(&handed_over_b);	// handed_over1.2 wants handed_over_b
					// BUG[handed_over] lock-order: handed_over_a -> handed_over_b -> handed_over_a
	mutex_unlock(&handed_over_b);
	percpu_rwsem_release(&handed_over_a, _THIS_IP_);
}

void handed_over_backward(void)
{
	mutex_lock(&handed_over_b);	// handed_over2.1 holds handed_over_b
	percpu_down_write(&handed_over_a);	// handed_over2.2 wants handed_over_a
	percpu_up_write(&handed_over_a);
	mutex_unlock(&handed_over_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(read_taken_over_a);
static DEFINE_MUTEX(read_taken_over_b);

void read_taken_over_forward(void)
{
	percpu_rwsem_acquire(&read_taken_over_a, true, _THIS_IP_);	// read_taken_over1.1 holds read_taken_over_a
	mutex_lock(&read_taken_over_b);	// read_taken_over1.2 wants read_taken_over_b
					// BUG[read_taken_over] lock-order: read_taken_over_a -> read_taken_over_b -> read_taken_over_a
	mutex_unlock(&read_taken_over_b);
	percpu_up_read(&read_taken_over_a);
}

void read_taken_over_backward(void)
{
	mutex_lock(&read_taken_over_b);	// read_taken_over2.1 holds read_taken_over_b
	percpu_down_write(&read_taken_over_a);	// read_taken_over2.2 wants read_taken_over_a
	percpu_up_write(&read_taken_over_a);
	mutex_unlock(&read_taken_over_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(read_handed_over_a);
static DEFINE_MUTEX(read_handed_over_b);

void read_handed_over_forward(void)
{
	percpu_down_read(&read_handed_over_a);	// read_handed_over1.1 holds read_handed_over_a
	mutex_lock(&read_handed_over_b);	// read_handed_over1.2 wants read_handed_over_b
					// BUG[read_handed_over] lock-order: read_handed_over_a -> read_handed_over_b -> read_handed_over_a
	mutex_unlock(&read_handed_over_b);
	percpu_rwsem_release(&read_handed_over_a, _THIS_IP_);
}

void read_handed_over_backward(void)
{
	mutex_lock(&read_handed_over_b);	// read_handed_over2.1 holds read_handed_over_b
	percpu_down_write(&read_handed_over_a);	// read_handed_over2.2 wants read_handed_over_a
	percpu_up_write(&read_handed_over_a);
	mutex_unlock(&read_handed_over_b);
}
