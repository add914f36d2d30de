// What might be locked waits for it, as lockdep sees it.
// CONFIGS: all
#include "kernel.h"

static DEFINE_MUTEX(plain_a);
static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	mutex_lock(&plain_a);		// plain1.1 holds plain_a
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a -> plain_b -> plain_a; nothing elsewhere
	mutex_unlock(&plain_b);
	mutex_unlock(&plain_a);
}

void plain_backward(void)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	might_lock(&plain_a);		// plain2.2 wants plain_a
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(nested_a);
static DEFINE_MUTEX(nested_b);

void nested_forward(void)
{
	mutex_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);	// nested1.1 holds nested_a/1
	mutex_lock(&nested_b);		// nested1.2 wants nested_b
					// BUG[nested] lock-order: nested_a/1 -> nested_b -> nested_a/1; nothing elsewhere
	mutex_unlock(&nested_b);
	mutex_unlock(&nested_a);
}

void nested_backward(void)
{
	mutex_lock(&nested_b);		// nested2.1 holds nested_b
	might_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);	// nested2.2 wants nested_a/1
	mutex_unlock(&nested_b);
}

static DECLARE_RWSEM(read_a);
static DEFINE_MUTEX(read_b);

void read_forward(void)
{
	down_write(&read_a);		// read1.1 holds read_a
	mutex_lock(&read_b);		// read1.2 wants read_b
					// BUG[read] lock-order: read_a -> read_b -> read_a; nothing elsewhere
	mutex_unlock(&read_b);
	up_write(&read_a);
}

void read_backward(void)
{
	mutex_lock(&read_b);		// read2.1 holds read_b
	might_lock_read(&read_a);	// read2.2 wants read_a
	mutex_unlock(&read_b);
}
