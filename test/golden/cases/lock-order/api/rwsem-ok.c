// Every way to take an rwsem, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DECLARE_RWSEM(write_a);
static DEFINE_MUTEX(write_b);

void write_forward(void)
{
	down_write(&write_a);
	up_write(&write_a);
	mutex_lock(&write_b);
	mutex_unlock(&write_b);
}

void write_backward(void)
{
	mutex_lock(&write_b);
	down_write(&write_a);
	up_write(&write_a);
	mutex_unlock(&write_b);
}

static DECLARE_RWSEM(write_killable_a);
static DEFINE_MUTEX(write_killable_b);

void write_killable_forward(void)
{
	if (down_write_killable(&write_killable_a))
		return;
	up_write(&write_killable_a);
	mutex_lock(&write_killable_b);
	mutex_unlock(&write_killable_b);
}

void write_killable_backward(void)
{
	mutex_lock(&write_killable_b);
	if (!(down_write_killable(&write_killable_a)))
		up_write(&write_killable_a);
	mutex_unlock(&write_killable_b);
}

static DECLARE_RWSEM(write_try_a);
static DEFINE_MUTEX(write_try_b);

void write_try_forward(void)
{
	if (!down_write_trylock(&write_try_a))
		return;
	up_write(&write_try_a);
	mutex_lock(&write_try_b);
	mutex_unlock(&write_try_b);
}

void write_try_backward(void)
{
	mutex_lock(&write_try_b);
	down_write(&write_try_a);
	up_write(&write_try_a);
	mutex_unlock(&write_try_b);
}

static DECLARE_RWSEM(read_a);
static DEFINE_MUTEX(read_b);

void read_forward(void)
{
	down_read(&read_a);
	up_read(&read_a);
	mutex_lock(&read_b);
	mutex_unlock(&read_b);
}

void read_backward(void)
{
	mutex_lock(&read_b);
	down_write(&read_a);
	up_write(&read_a);
	mutex_unlock(&read_b);
}

static DECLARE_RWSEM(read_killable_a);
static DEFINE_MUTEX(read_killable_b);

void read_killable_forward(void)
{
	if (down_read_killable(&read_killable_a))
		return;
	up_read(&read_killable_a);
	mutex_lock(&read_killable_b);
	mutex_unlock(&read_killable_b);
}

void read_killable_backward(void)
{
	mutex_lock(&read_killable_b);
	down_write(&read_killable_a);
	up_write(&read_killable_a);
	mutex_unlock(&read_killable_b);
}

static DECLARE_RWSEM(read_interruptible_a);
static DEFINE_MUTEX(read_interruptible_b);

void read_interruptible_forward(void)
{
	if (down_read_interruptible(&read_interruptible_a))
		return;
	up_read(&read_interruptible_a);
	mutex_lock(&read_interruptible_b);
	mutex_unlock(&read_interruptible_b);
}

void read_interruptible_backward(void)
{
	mutex_lock(&read_interruptible_b);
	down_write(&read_interruptible_a);
	up_write(&read_interruptible_a);
	mutex_unlock(&read_interruptible_b);
}

static DECLARE_RWSEM(read_try_a);
static DEFINE_MUTEX(read_try_b);

void read_try_forward(void)
{
	if (!down_read_trylock(&read_try_a))
		return;
	up_read(&read_try_a);
	mutex_lock(&read_try_b);
	mutex_unlock(&read_try_b);
}

void read_try_backward(void)
{
	mutex_lock(&read_try_b);
	down_write(&read_try_a);
	up_write(&read_try_a);
	mutex_unlock(&read_try_b);
}
