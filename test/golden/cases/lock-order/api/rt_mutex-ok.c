// Every way to take an rt_mutex, given back before the mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/rtmutex.h>

static DEFINE_RT_MUTEX(plain_a);
static DEFINE_MUTEX(plain_b);

void plain_forward(void)
{
	rt_mutex_lock(&plain_a);
	rt_mutex_unlock(&plain_a);
	mutex_lock(&plain_b);
	mutex_unlock(&plain_b);
}

void plain_backward(void)
{
	mutex_lock(&plain_b);
	rt_mutex_lock(&plain_a);
	rt_mutex_unlock(&plain_a);
	mutex_unlock(&plain_b);
}

static DEFINE_RT_MUTEX(nested_a);
static DEFINE_MUTEX(nested_b);

void nested_forward(void)
{
	rt_mutex_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);
	rt_mutex_unlock(&nested_a);
	mutex_lock(&nested_b);
	mutex_unlock(&nested_b);
}

void nested_backward(void)
{
	mutex_lock(&nested_b);
	rt_mutex_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);
	rt_mutex_unlock(&nested_a);
	mutex_unlock(&nested_b);
}

static DEFINE_RT_MUTEX(interruptible_a);
static DEFINE_MUTEX(interruptible_b);

void interruptible_forward(void)
{
	if (rt_mutex_lock_interruptible(&interruptible_a))
		return;
	rt_mutex_unlock(&interruptible_a);
	mutex_lock(&interruptible_b);
	mutex_unlock(&interruptible_b);
}

void interruptible_backward(void)
{
	mutex_lock(&interruptible_b);
	if (!rt_mutex_lock_interruptible(&interruptible_a))
		rt_mutex_unlock(&interruptible_a);
	mutex_unlock(&interruptible_b);
}

static DEFINE_RT_MUTEX(killable_a);
static DEFINE_MUTEX(killable_b);

void killable_forward(void)
{
	if (rt_mutex_lock_killable(&killable_a))
		return;
	rt_mutex_unlock(&killable_a);
	mutex_lock(&killable_b);
	mutex_unlock(&killable_b);
}

void killable_backward(void)
{
	mutex_lock(&killable_b);
	if (!rt_mutex_lock_killable(&killable_a))
		rt_mutex_unlock(&killable_a);
	mutex_unlock(&killable_b);
}

static DEFINE_RT_MUTEX(try_a);
static DEFINE_MUTEX(try_b);

void try_forward(void)
{
	if (!rt_mutex_trylock(&try_a))
		return;
	rt_mutex_unlock(&try_a);
	mutex_lock(&try_b);
	mutex_unlock(&try_b);
}

void try_backward(void)
{
	mutex_lock(&try_b);
	rt_mutex_lock(&try_a);
	rt_mutex_unlock(&try_a);
	mutex_unlock(&try_b);
}
