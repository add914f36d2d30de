// A lock that is dropped for whoever wants the processor is waited for once more.
// CONFIGS: all
#include "kernel.h"
#include <linux/sched.h>

static DEFINE_SPINLOCK(plain_a);
static DEFINE_SPINLOCK(plain_b);

void plain_forward(void)
{
	spin_lock(&plain_a);		// plain1.1 holds plain_a
	spin_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a -> plain_b -> plain_a
	spin_unlock(&plain_b);
	spin_unlock(&plain_a);
}

void plain_backward(void)
{
	spin_lock(&plain_a);
	spin_lock(&plain_b);		// plain2.1 holds plain_b
	cond_resched_lock(&plain_a);	// plain2.2 wants plain_a
	spin_unlock(&plain_b);
	spin_unlock(&plain_a);
}

static DEFINE_SPINLOCK(inside_a);
static DEFINE_SPINLOCK(inside_b);

void inside_forward(void)
{
	spin_lock(&inside_a);		// inside1.1 holds inside_a
	spin_lock(&inside_b);		// inside1.2 wants inside_b
					// BUG[inside] lock-order: inside_a -> inside_b -> inside_a
	spin_unlock(&inside_b);
	spin_unlock(&inside_a);
}

void inside_backward(void)
{
	spin_lock(&inside_a);
	spin_lock(&inside_b);		// inside2.1 holds inside_b
	__cond_resched_lock(&inside_a);	// inside2.2 wants inside_a
	spin_unlock(&inside_b);
	spin_unlock(&inside_a);
}

static DEFINE_RWLOCK(write_a);
static DEFINE_SPINLOCK(write_b);

void write_forward(void)
{
	write_lock(&write_a);		// write1.1 holds write_a
	spin_lock(&write_b);		// write1.2 wants write_b
					// BUG[write] lock-order: write_a -> write_b -> write_a
	spin_unlock(&write_b);
	write_unlock(&write_a);
}

void write_backward(void)
{
	write_lock(&write_a);
	spin_lock(&write_b);		// write2.1 holds write_b
	cond_resched_rwlock_write(&write_a);	// write2.2 wants write_a
	spin_unlock(&write_b);
	write_unlock(&write_a);
}

static DEFINE_RWLOCK(inside_write_a);
static DEFINE_SPINLOCK(inside_write_b);

void inside_write_forward(void)
{
	write_lock(&inside_write_a);	// inside_write1.1 holds inside_write_a
	spin_lock(&inside_write_b);	// inside_write1.2 wants inside_write_b
					// BUG[inside_write] lock-order: inside_write_a -> inside_write_b -> inside_write_a
	spin_unlock(&inside_write_b);
	write_unlock(&inside_write_a);
}

void inside_write_backward(void)
{
	write_lock(&inside_write_a);
	spin_lock(&inside_write_b);	// inside_write2.1 holds inside_write_b
	__cond_resched_rwlock_write(&inside_write_a);	// inside_write2.2 wants inside_write_a
	spin_unlock(&inside_write_b);
	write_unlock(&inside_write_a);
}

static DEFINE_RWLOCK(read_a);
static DEFINE_SPINLOCK(read_b);

void read_forward(void)
{
	write_lock(&read_a);		// read1.1 holds read_a
	spin_lock(&read_b);		// read1.2 wants read_b
					// BUG[read] lock-order: read_a -> read_b -> read_a
	spin_unlock(&read_b);
	write_unlock(&read_a);
}

void read_backward(void)
{
	read_lock(&read_a);
	spin_lock(&read_b);		// read2.1 holds read_b
	cond_resched_rwlock_read(&read_a);	// read2.2 wants read_a
	spin_unlock(&read_b);
	read_unlock(&read_a);
}

static DEFINE_RWLOCK(inside_read_a);
static DEFINE_SPINLOCK(inside_read_b);

void inside_read_forward(void)
{
	write_lock(&inside_read_a);	// inside_read1.1 holds inside_read_a
	spin_lock(&inside_read_b);	// inside_read1.2 wants inside_read_b
					// BUG[inside_read] lock-order: inside_read_a -> inside_read_b -> inside_read_a
	spin_unlock(&inside_read_b);
	write_unlock(&inside_read_a);
}

void inside_read_backward(void)
{
	read_lock(&inside_read_a);
	spin_lock(&inside_read_b);	// inside_read2.1 holds inside_read_b
	__cond_resched_rwlock_read(&inside_read_a);	// inside_read2.2 wants inside_read_a
	spin_unlock(&inside_read_b);
	read_unlock(&inside_read_a);
}
