// The lock of a buffer, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/buffer_head.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct buffer_head *buffer)
{
	lock_buffer(buffer);
	unlock_buffer(buffer);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(struct buffer_head *buffer)
{
	mutex_lock(&plain_b);
	lock_buffer(buffer);
	unlock_buffer(buffer);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(inside_b);

void inside_forward(struct buffer_head *buffer)
{
	__lock_buffer(buffer);
	unlock_buffer(buffer);
	mutex_lock(&inside_b);
	mutex_unlock(&inside_b);
}

void inside_backward(struct buffer_head *buffer)
{
	mutex_lock(&inside_b);
	__lock_buffer(buffer);
	unlock_buffer(buffer);
	mutex_unlock(&inside_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct buffer_head *buffer)
{
	if (!trylock_buffer(buffer))
		return;
	unlock_buffer(buffer);
	mutex_lock(&try_b);
	mutex_unlock(&try_b);
}

void try_backward(struct buffer_head *buffer)
{
	mutex_lock(&try_b);
	lock_buffer(buffer);
	unlock_buffer(buffer);
	mutex_unlock(&try_b);
}
