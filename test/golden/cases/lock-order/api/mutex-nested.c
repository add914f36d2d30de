// The subclass of a mutex makes another class.
// CONFIGS: all
#include "kernel.h"

static DEFINE_MUTEX(plain_a);
static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	mutex_lock_nested(&plain_a, SINGLE_DEPTH_NESTING);	// plain1.1 holds plain_a/1
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a/1 -> plain_b -> plain_a/1
	mutex_unlock(&plain_b);
	mutex_unlock(&plain_a);
}

void plain_backward(void)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	mutex_lock_nested(&plain_a, SINGLE_DEPTH_NESTING);	// plain2.2 wants plain_a/1
	mutex_unlock(&plain_a);
	mutex_unlock(&plain_b);
}

static DEFINE_MUTEX(io_a);
static DEFINE_MUTEX(io_b);

void io_forward(void)
{
	mutex_lock_io_nested(&io_a, SINGLE_DEPTH_NESTING);	// io1.1 holds io_a/1
	mutex_lock(&io_b);		// io1.2 wants io_b
					// BUG[io] lock-order: io_a/1 -> io_b -> io_a/1
	mutex_unlock(&io_b);
	mutex_unlock(&io_a);
}

void io_backward(void)
{
	mutex_lock(&io_b);		// io2.1 holds io_b
	mutex_lock_io_nested(&io_a, SINGLE_DEPTH_NESTING);	// io2.2 wants io_a/1
	mutex_unlock(&io_a);
	mutex_unlock(&io_b);
}

static DEFINE_MUTEX(interruptible_a);
static DEFINE_MUTEX(interruptible_b);

void interruptible_forward(void)
{
	if (mutex_lock_interruptible_nested(&interruptible_a, SINGLE_DEPTH_NESTING))	// interruptible1.1 holds interruptible_a/1
		return;
	mutex_lock(&interruptible_b);	// interruptible1.2 wants interruptible_b
					// BUG[interruptible] lock-order: interruptible_a/1 -> interruptible_b -> interruptible_a/1
	mutex_unlock(&interruptible_b);
	mutex_unlock(&interruptible_a);
}

void interruptible_backward(void)
{
	mutex_lock(&interruptible_b);	// interruptible2.1 holds interruptible_b
	if (!(mutex_lock_interruptible_nested(&interruptible_a, SINGLE_DEPTH_NESTING)))	// interruptible2.2 wants interruptible_a/1
		mutex_unlock(&interruptible_a);
	mutex_unlock(&interruptible_b);
}

static DEFINE_MUTEX(killable_a);
static DEFINE_MUTEX(killable_b);

void killable_forward(void)
{
	if (mutex_lock_killable_nested(&killable_a, SINGLE_DEPTH_NESTING))	// killable1.1 holds killable_a/1
		return;
	mutex_lock(&killable_b);	// killable1.2 wants killable_b
					// BUG[killable] lock-order: killable_a/1 -> killable_b -> killable_a/1
	mutex_unlock(&killable_b);
	mutex_unlock(&killable_a);
}

void killable_backward(void)
{
	mutex_lock(&killable_b);	// killable2.1 holds killable_b
	if (!(mutex_lock_killable_nested(&killable_a, SINGLE_DEPTH_NESTING)))	// killable2.2 wants killable_a/1
		mutex_unlock(&killable_a);
	mutex_unlock(&killable_b);
}
