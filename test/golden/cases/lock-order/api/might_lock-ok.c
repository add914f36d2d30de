// What might be locked waits for it, and its holder gave it back before it took the other lock.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DEFINE_MUTEX(plain_a);
static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	mutex_lock(&plain_a);
	mutex_unlock(&plain_a);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(void)
{
	mutex_lock(&plain_b);
	might_lock(&plain_a);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(nested_a);
static DEFINE_MUTEX(nested_b);

void nested_forward(void)
{
	mutex_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);
	mutex_unlock(&nested_a);
	mutex_lock(&nested_b);
	mutex_unlock(&nested_b);
}

void nested_backward(void)
{
	mutex_lock(&nested_b);
	might_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);
	mutex_unlock(&nested_b);
}

static DECLARE_RWSEM(read_a);
static DEFINE_MUTEX(read_b);

void read_forward(void)
{
	down_write(&read_a);
	up_write(&read_a);
	mutex_lock(&read_b);
	mutex_unlock(&read_b);
}

void read_backward(void)
{
	mutex_lock(&read_b);
	might_lock_read(&read_a);
	mutex_unlock(&read_b);
}
