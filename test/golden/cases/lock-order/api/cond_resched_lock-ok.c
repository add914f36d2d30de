// Nothing else is held where a lock is dropped and waited for once more.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/sched.h>

static DEFINE_SPINLOCK(plain_a);
static DEFINE_SPINLOCK(plain_b);

void plain_forward(void)
{
	spin_lock(&plain_a);
	spin_lock(&plain_b);
	spin_unlock(&plain_b);
	spin_unlock(&plain_a);
}

void plain_backward(void)
{
	spin_lock(&plain_a);
	spin_lock(&plain_b);
	spin_unlock(&plain_b);
	cond_resched_lock(&plain_a);
	spin_unlock(&plain_a);
}

static DEFINE_SPINLOCK(inside_a);
static DEFINE_SPINLOCK(inside_b);

void inside_forward(void)
{
	spin_lock(&inside_a);
	spin_lock(&inside_b);
	spin_unlock(&inside_b);
	spin_unlock(&inside_a);
}

void inside_backward(void)
{
	spin_lock(&inside_a);
	spin_lock(&inside_b);
	spin_unlock(&inside_b);
	__cond_resched_lock(&inside_a);
	spin_unlock(&inside_a);
}

static DEFINE_RWLOCK(write_a);
static DEFINE_SPINLOCK(write_b);

void write_forward(void)
{
	write_lock(&write_a);
	spin_lock(&write_b);
	spin_unlock(&write_b);
	write_unlock(&write_a);
}

void write_backward(void)
{
	write_lock(&write_a);
	spin_lock(&write_b);
	spin_unlock(&write_b);
	cond_resched_rwlock_write(&write_a);
	write_unlock(&write_a);
}

static DEFINE_RWLOCK(inside_write_a);
static DEFINE_SPINLOCK(inside_write_b);

void inside_write_forward(void)
{
	write_lock(&inside_write_a);
	spin_lock(&inside_write_b);
	spin_unlock(&inside_write_b);
	write_unlock(&inside_write_a);
}

void inside_write_backward(void)
{
	write_lock(&inside_write_a);
	spin_lock(&inside_write_b);
	spin_unlock(&inside_write_b);
	__cond_resched_rwlock_write(&inside_write_a);
	write_unlock(&inside_write_a);
}

static DEFINE_RWLOCK(read_a);
static DEFINE_SPINLOCK(read_b);

void read_forward(void)
{
	write_lock(&read_a);
	spin_lock(&read_b);
	spin_unlock(&read_b);
	write_unlock(&read_a);
}

void read_backward(void)
{
	read_lock(&read_a);
	spin_lock(&read_b);
	spin_unlock(&read_b);
	cond_resched_rwlock_read(&read_a);
	read_unlock(&read_a);
}

static DEFINE_RWLOCK(inside_read_a);
static DEFINE_SPINLOCK(inside_read_b);

void inside_read_forward(void)
{
	write_lock(&inside_read_a);
	spin_lock(&inside_read_b);
	spin_unlock(&inside_read_b);
	write_unlock(&inside_read_a);
}

void inside_read_backward(void)
{
	read_lock(&inside_read_a);
	spin_lock(&inside_read_b);
	spin_unlock(&inside_read_b);
	__cond_resched_rwlock_read(&inside_read_a);
	read_unlock(&inside_read_a);
}
