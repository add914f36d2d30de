// Every way to take a percpu_rw_semaphore: held over a mutex, and a writer waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/percpu-rwsem.h>

static DEFINE_STATIC_PERCPU_RWSEM(write_a);
static DEFINE_MUTEX(write_b);

void write_forward(void)
{
	percpu_down_write(&write_a);	// write1.1 holds write_a
	mutex_lock(&write_b);		// write1.2 wants write_b
					// BUG[write] lock-order: write_a -> write_b -> write_a
	mutex_unlock(&write_b);
	percpu_up_write(&write_a);
}

void write_backward(void)
{
	mutex_lock(&write_b);		// write2.1 holds write_b
	percpu_down_write(&write_a);	// write2.2 wants write_a
	percpu_up_write(&write_a);
	mutex_unlock(&write_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(read_a);
static DEFINE_MUTEX(read_b);

void read_forward(void)
{
	percpu_down_read(&read_a);	// read1.1 holds read_a
	mutex_lock(&read_b);		// read1.2 wants read_b
					// BUG[read] lock-order: read_a -> read_b -> read_a
	mutex_unlock(&read_b);
	percpu_up_read(&read_a);
}

void read_backward(void)
{
	mutex_lock(&read_b);		// read2.1 holds read_b
	percpu_down_write(&read_a);	// read2.2 wants read_a
	percpu_up_write(&read_a);
	mutex_unlock(&read_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(read_want_a);
static DEFINE_MUTEX(read_want_b);

void read_want_forward(void)
{
	percpu_down_write(&read_want_a);	// read_want1.1 holds read_want_a
	mutex_lock(&read_want_b);	// read_want1.2 wants read_want_b
					// BUG[read_want] lock-order: read_want_a -> read_want_b -> read_want_a
	mutex_unlock(&read_want_b);
	percpu_up_write(&read_want_a);
}

void read_want_backward(void)
{
	mutex_lock(&read_want_b);	// read_want2.1 holds read_want_b
	percpu_down_read(&read_want_a);	// read_want2.2 wants read_want_a
	percpu_up_read(&read_want_a);
	mutex_unlock(&read_want_b);
}

static DEFINE_STATIC_PERCPU_RWSEM(read_try_a);
static DEFINE_MUTEX(read_try_b);

void read_try_forward(void)
{
	if (!percpu_down_read_trylock(&read_try_a))	// read_try1.1 holds read_try_a
		return;
	mutex_lock(&read_try_b);	// read_try1.2 wants read_try_b
					// BUG[read_try] lock-order: read_try_a -> read_try_b -> read_try_a
	mutex_unlock(&read_try_b);
	percpu_up_read(&read_try_a);
}

void read_try_backward(void)
{
	mutex_lock(&read_try_b);	// read_try2.1 holds read_try_b
	percpu_down_write(&read_try_a);	// read_try2.2 wants read_try_a
	percpu_up_write(&read_try_a);
	mutex_unlock(&read_try_b);
}
