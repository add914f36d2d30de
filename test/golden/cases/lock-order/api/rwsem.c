// Every way to take an rwsem: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"

static DECLARE_RWSEM(write_a);
static DEFINE_MUTEX(write_b);

void write_forward(void)
{
	down_write(&write_a);		// write1.1 holds write_a
	mutex_lock(&write_b);		// write1.2 wants write_b
					// BUG[write] lock-order: write_a -> write_b -> write_a
	mutex_unlock(&write_b);
	up_write(&write_a);
}

void write_backward(void)
{
	mutex_lock(&write_b);		// write2.1 holds write_b
	down_write(&write_a);		// write2.2 wants write_a
	up_write(&write_a);
	mutex_unlock(&write_b);
}

static DECLARE_RWSEM(write_killable_a);
static DEFINE_MUTEX(write_killable_b);

void write_killable_forward(void)
{
	if (down_write_killable(&write_killable_a))	// write_killable1.1 holds write_killable_a
		return;
	mutex_lock(&write_killable_b);	// write_killable1.2 wants write_killable_b
					// BUG[write_killable] lock-order: write_killable_a -> write_killable_b -> write_killable_a
	mutex_unlock(&write_killable_b);
	up_write(&write_killable_a);
}

void write_killable_backward(void)
{
	mutex_lock(&write_killable_b);	// write_killable2.1 holds write_killable_b
	if (!(down_write_killable(&write_killable_a)))	// write_killable2.2 wants write_killable_a
		up_write(&write_killable_a);
	mutex_unlock(&write_killable_b);
}

static DECLARE_RWSEM(write_try_a);
static DEFINE_MUTEX(write_try_b);

void write_try_forward(void)
{
	if (!down_write_trylock(&write_try_a))	// write_try1.1 holds write_try_a
		return;
	mutex_lock(&write_try_b);	// write_try1.2 wants write_try_b
					// BUG[write_try] lock-order: write_try_a -> write_try_b -> write_try_a
	mutex_unlock(&write_try_b);
	up_write(&write_try_a);
}

void write_try_backward(void)
{
	mutex_lock(&write_try_b);	// write_try2.1 holds write_try_b
	down_write(&write_try_a);	// write_try2.2 wants write_try_a
	up_write(&write_try_a);
	mutex_unlock(&write_try_b);
}

static DECLARE_RWSEM(read_a);
static DEFINE_MUTEX(read_b);

void read_forward(void)
{
	down_read(&read_a);		// read1.1 holds read_a
	mutex_lock(&read_b);		// read1.2 wants read_b
					// BUG[read] lock-order: read_a -> read_b -> read_a
	mutex_unlock(&read_b);
	up_read(&read_a);
}

void read_backward(void)
{
	mutex_lock(&read_b);		// read2.1 holds read_b
	down_write(&read_a);		// read2.2 wants read_a
	up_write(&read_a);
	mutex_unlock(&read_b);
}

static DECLARE_RWSEM(read_killable_a);
static DEFINE_MUTEX(read_killable_b);

void read_killable_forward(void)
{
	if (down_read_killable(&read_killable_a))	// read_killable1.1 holds read_killable_a
		return;
	mutex_lock(&read_killable_b);	// read_killable1.2 wants read_killable_b
					// BUG[read_killable] lock-order: read_killable_a -> read_killable_b -> read_killable_a
	mutex_unlock(&read_killable_b);
	up_read(&read_killable_a);
}

void read_killable_backward(void)
{
	mutex_lock(&read_killable_b);	// read_killable2.1 holds read_killable_b
	down_write(&read_killable_a);	// read_killable2.2 wants read_killable_a
	up_write(&read_killable_a);
	mutex_unlock(&read_killable_b);
}

static DECLARE_RWSEM(read_interruptible_a);
static DEFINE_MUTEX(read_interruptible_b);

void read_interruptible_forward(void)
{
	if (down_read_interruptible(&read_interruptible_a))	// read_interruptible1.1 holds read_interruptible_a
		return;
	mutex_lock(&read_interruptible_b);	// read_interruptible1.2 wants read_interruptible_b
					// BUG[read_interruptible] lock-order: read_interruptible_a -> read_interruptible_b -> read_interruptible_a
	mutex_unlock(&read_interruptible_b);
	up_read(&read_interruptible_a);
}

void read_interruptible_backward(void)
{
	mutex_lock(&read_interruptible_b);	// read_interruptible2.1 holds read_interruptible_b
	down_write(&read_interruptible_a);	// read_interruptible2.2 wants read_interruptible_a
	up_write(&read_interruptible_a);
	mutex_unlock(&read_interruptible_b);
}

static DECLARE_RWSEM(read_try_a);
static DEFINE_MUTEX(read_try_b);

void read_try_forward(void)
{
	if (!down_read_trylock(&read_try_a))	// read_try1.1 holds read_try_a
		return;
	mutex_lock(&read_try_b);	// read_try1.2 wants read_try_b
					// BUG[read_try] lock-order: read_try_a -> read_try_b -> read_try_a
	mutex_unlock(&read_try_b);
	up_read(&read_try_a);
}

void read_try_backward(void)
{
	mutex_lock(&read_try_b);	// read_try2.1 holds read_try_b
	down_write(&read_try_a);	// read_try2.2 wants read_try_a
	up_write(&read_try_a);
	mutex_unlock(&read_try_b);
}
