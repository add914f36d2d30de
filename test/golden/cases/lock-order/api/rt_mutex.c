// Every way to take an rt_mutex: held over a mutex, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/rtmutex.h>

static DEFINE_RT_MUTEX(plain_a);
static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	rt_mutex_lock(&plain_a);	// plain1.1 holds plain_a
	mutex_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a -> plain_b -> plain_a
	mutex_unlock(&plain_b);
	rt_mutex_unlock(&plain_a);
}

void plain_backward(void)
{
	mutex_lock(&plain_b);		// plain2.1 holds plain_b
	rt_mutex_lock(&plain_a);	// plain2.2 wants plain_a
	rt_mutex_unlock(&plain_a);
	mutex_unlock(&plain_b);
}

static DEFINE_RT_MUTEX(nested_a);
static DEFINE_MUTEX(nested_b);

void nested_forward(void)
{
	rt_mutex_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);	// nested1.1 holds nested_a/1
	mutex_lock(&nested_b);		// nested1.2 wants nested_b
					// BUG[nested] lock-order: nested_a/1 -> nested_b -> nested_a/1
	mutex_unlock(&nested_b);
	rt_mutex_unlock(&nested_a);
}

void nested_backward(void)
{
	mutex_lock(&nested_b);		// nested2.1 holds nested_b
	rt_mutex_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);	// nested2.2 wants nested_a/1
	rt_mutex_unlock(&nested_a);
	mutex_unlock(&nested_b);
}

static DEFINE_RT_MUTEX(interruptible_a);
static DEFINE_MUTEX(interruptible_b);

void interruptible_forward(void)
{
	if (rt_mutex_lock_interruptible(&interruptible_a))	// interruptible1.1 holds interruptible_a
		return;
	mutex_lock(&interruptible_b);	// interruptible1.2 wants interruptible_b
					// BUG[interruptible] lock-order: interruptible_a -> interruptible_b -> interruptible_a
	mutex_unlock(&interruptible_b);
	rt_mutex_unlock(&interruptible_a);
}

void interruptible_backward(void)
{
	mutex_lock(&interruptible_b);	// interruptible2.1 holds interruptible_b
	if (!rt_mutex_lock_interruptible(&interruptible_a))	// interruptible2.2 wants interruptible_a
		rt_mutex_unlock(&interruptible_a);
	mutex_unlock(&interruptible_b);
}

static DEFINE_RT_MUTEX(killable_a);
static DEFINE_MUTEX(killable_b);

void killable_forward(void)
{
	if (rt_mutex_lock_killable(&killable_a))	// killable1.1 holds killable_a
		return;
	mutex_lock(&killable_b);	// killable1.2 wants killable_b
					// BUG[killable] lock-order: killable_a -> killable_b -> killable_a
	mutex_unlock(&killable_b);
	rt_mutex_unlock(&killable_a);
}

void killable_backward(void)
{
	mutex_lock(&killable_b);	// killable2.1 holds killable_b
	if (!rt_mutex_lock_killable(&killable_a))	// killable2.2 wants killable_a
		rt_mutex_unlock(&killable_a);
	mutex_unlock(&killable_b);
}

static DEFINE_RT_MUTEX(try_a);
static DEFINE_MUTEX(try_b);

void try_forward(void)
{
	if (!rt_mutex_trylock(&try_a))	// try1.1 holds try_a
		return;
	mutex_lock(&try_b);		// try1.2 wants try_b
					// BUG[try] lock-order: try_a -> try_b -> try_a
	mutex_unlock(&try_b);
	rt_mutex_unlock(&try_a);
}

void try_backward(void)
{
	mutex_lock(&try_b);		// try2.1 holds try_b
	rt_mutex_lock(&try_a);		// try2.2 wants try_a
	rt_mutex_unlock(&try_a);
	mutex_unlock(&try_b);
}
