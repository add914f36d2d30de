// The lock of a buffer: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/buffer_head.h>

static DEFINE_MUTEX(plain_b);

void plain_forward(struct buffer_head *buffer)
{
	lock_buffer(buffer);		// plain1.1 holds buffer_head.b_state
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: buffer_head.b_state -> plain_b -> buffer_head.b_state
	mutex_unlock(&plain_b);
	unlock_buffer(buffer);
}

void plain_backward(struct buffer_head *buffer)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	lock_buffer(buffer);		// plain2.2 wants buffer_head.b_state
	unlock_buffer(buffer);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(inside_b);

void inside_forward(struct buffer_head *buffer)
{
	__lock_buffer(buffer);		// inside1.1 holds buffer_head.b_state
	mutex_lock(&inside_b);		// inside1.2 wants inside_b
					// BUG[inside] lock-order: buffer_head.b_state -> inside_b -> buffer_head.b_state
	mutex_unlock(&inside_b);
	unlock_buffer(buffer);
}

void inside_backward(struct buffer_head *buffer)
{
	mutex_lock(&inside_b);		// inside2.1 holds inside_b
	__lock_buffer(buffer);		// inside2.2 wants buffer_head.b_state
	unlock_buffer(buffer);
	mutex_unlock(&inside_b);
}

static DEFINE_MUTEX(try_b);

void try_forward(struct buffer_head *buffer)
{
	if (!trylock_buffer(buffer))	// try1.1 holds buffer_head.b_state
		return;
	mutex_lock(&try_b);		// try1.2 wants try_b
					// BUG[try] lock-order: buffer_head.b_state -> try_b -> buffer_head.b_state
	mutex_unlock(&try_b);
	unlock_buffer(buffer);
}

void try_backward(struct buffer_head *buffer)
{
	mutex_lock(&try_b);		// try2.1 holds try_b
	lock_buffer(buffer);		// try2.2 wants buffer_head.b_state
	unlock_buffer(buffer);
	mutex_unlock(&try_b);
}
