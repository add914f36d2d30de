// The subclass of an rwsem, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DECLARE_RWSEM(write_a);
static DEFINE_MUTEX(write_b);

void write_forward(void)
{
	down_write_nested(&write_a, SINGLE_DEPTH_NESTING);
	up_write(&write_a);
	mutex_lock(&write_b);
	mutex_unlock(&write_b);
}

void write_backward(void)
{
	mutex_lock(&write_b);
	down_write_nested(&write_a, SINGLE_DEPTH_NESTING);
	up_write(&write_a);
	mutex_unlock(&write_b);
}

static DECLARE_RWSEM(write_killable_a);
static DEFINE_MUTEX(write_killable_b);

void write_killable_forward(void)
{
	if (down_write_killable_nested(&write_killable_a, SINGLE_DEPTH_NESTING))
		return;
	up_write(&write_killable_a);
	mutex_lock(&write_killable_b);
	mutex_unlock(&write_killable_b);
}

void write_killable_backward(void)
{
	mutex_lock(&write_killable_b);
	if (!(down_write_killable_nested(&write_killable_a, SINGLE_DEPTH_NESTING)))
		up_write(&write_killable_a);
	mutex_unlock(&write_killable_b);
}

static DECLARE_RWSEM(read_a);
static DEFINE_MUTEX(read_b);

void read_forward(void)
{
	down_read_nested(&read_a, SINGLE_DEPTH_NESTING);
	up_read(&read_a);
	mutex_lock(&read_b);
	mutex_unlock(&read_b);
}

void read_backward(void)
{
	mutex_lock(&read_b);
	down_write_nested(&read_a, SINGLE_DEPTH_NESTING);
	up_write(&read_a);
	mutex_unlock(&read_b);
}

static DECLARE_RWSEM(read_killable_a);
static DEFINE_MUTEX(read_killable_b);

void read_killable_forward(void)
{
	if (down_read_killable_nested(&read_killable_a, SINGLE_DEPTH_NESTING))
		return;
	up_read(&read_killable_a);
	mutex_lock(&read_killable_b);
	mutex_unlock(&read_killable_b);
}

void read_killable_backward(void)
{
	mutex_lock(&read_killable_b);
	down_write_nested(&read_killable_a, SINGLE_DEPTH_NESTING);
	up_write(&read_killable_a);
	mutex_unlock(&read_killable_b);
}
