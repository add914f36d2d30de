// The subclass of an rwsem makes another class.
// CONFIGS: all
#include "kernel.h"

static DECLARE_RWSEM(write_a);
static DEFINE_MUTEX(write_b);

void write_forward(void)
{
	down_write_nested(&write_a, SINGLE_DEPTH_NESTING);	// write1.1 holds write_a/1
	mutex_lock(&write_b);		// write1.2 wants write_b
					// BUG[write] lock-order: write_a/1 -> write_b -> write_a/1
	mutex_unlock(&write_b);
	up_write(&write_a);
}

void write_backward(void)
{
	mutex_lock(&write_b);		// write2.1 holds write_b
	down_write_nested(&write_a, SINGLE_DEPTH_NESTING);	// write2.2 wants write_a/1
	up_write(&write_a);
	mutex_unlock(&write_b);
}

static DECLARE_RWSEM(write_killable_a);
static DEFINE_MUTEX(write_killable_b);

void write_killable_forward(void)
{
	if (down_write_killable_nested(&write_killable_a, SINGLE_DEPTH_NESTING))	// write_killable1.1 holds write_killable_a/1
		return;
	mutex_lock(&write_killable_b);	// write_killable1.2 wants write_killable_b
					// BUG[write_killable] lock-order: write_killable_a/1 -> write_killable_b -> write_killable_a/1
	mutex_unlock(&write_killable_b);
	up_write(&write_killable_a);
}

void write_killable_backward(void)
{
	mutex_lock(&write_killable_b);	// write_killable2.1 holds write_killable_b
	if (!(down_write_killable_nested(&write_killable_a, SINGLE_DEPTH_NESTING)))	// write_killable2.2 wants write_killable_a/1
		up_write(&write_killable_a);
	mutex_unlock(&write_killable_b);
}

static DECLARE_RWSEM(read_a);
static DEFINE_MUTEX(read_b);

void read_forward(void)
{
	down_read_nested(&read_a, SINGLE_DEPTH_NESTING);	// read1.1 holds read_a/1
	mutex_lock(&read_b);		// read1.2 wants read_b
					// BUG[read] lock-order: read_a/1 -> read_b -> read_a/1
	mutex_unlock(&read_b);
	up_read(&read_a);
}

void read_backward(void)
{
	mutex_lock(&read_b);		// read2.1 holds read_b
	down_write_nested(&read_a, SINGLE_DEPTH_NESTING);	// read2.2 wants read_a/1
	up_write(&read_a);
	mutex_unlock(&read_b);
}

static DECLARE_RWSEM(read_killable_a);
static DEFINE_MUTEX(read_killable_b);

void read_killable_forward(void)
{
	if (down_read_killable_nested(&read_killable_a, SINGLE_DEPTH_NESTING))	// read_killable1.1 holds read_killable_a/1
		return;
	mutex_lock(&read_killable_b);	// read_killable1.2 wants read_killable_b
					// BUG[read_killable] lock-order: read_killable_a/1 -> read_killable_b -> read_killable_a/1
	mutex_unlock(&read_killable_b);
	up_read(&read_killable_a);
}

void read_killable_backward(void)
{
	mutex_lock(&read_killable_b);	// read_killable2.1 holds read_killable_b
	down_write_nested(&read_killable_a, SINGLE_DEPTH_NESTING);	// read_killable2.2 wants read_killable_a/1
	up_write(&read_killable_a);
	mutex_unlock(&read_killable_b);
}
