// Locks of one class taken under an outer lock, given back before the other lock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/rtmutex.h>

static DEFINE_MUTEX(mutex_outer);
static DEFINE_MUTEX(mutex_hold_a);
static DEFINE_MUTEX(mutex_hold_b);

void mutex_hold_forward(void)
{
	mutex_lock(&mutex_outer);
	mutex_lock_nest_lock(&mutex_hold_a, &mutex_outer);
	mutex_unlock(&mutex_hold_a);
	mutex_unlock(&mutex_outer);
	mutex_lock(&mutex_hold_b);
	mutex_unlock(&mutex_hold_b);
}

void mutex_hold_backward(void)
{
	mutex_lock(&mutex_hold_b);
	mutex_lock(&mutex_hold_a);
	mutex_unlock(&mutex_hold_a);
	mutex_unlock(&mutex_hold_b);
}

static DEFINE_MUTEX(mutex_around);
static DEFINE_MUTEX(mutex_want_a);
static DEFINE_MUTEX(mutex_want_b);

void mutex_want_forward(void)
{
	mutex_lock(&mutex_want_a);
	mutex_unlock(&mutex_want_a);
	mutex_lock(&mutex_want_b);
	mutex_unlock(&mutex_want_b);
}

void mutex_want_backward(void)
{
	mutex_lock(&mutex_around);
	mutex_lock(&mutex_want_b);
	mutex_lock_nest_lock(&mutex_want_a, &mutex_around);
	mutex_unlock(&mutex_want_a);
	mutex_unlock(&mutex_want_b);
	mutex_unlock(&mutex_around);
}

static DEFINE_MUTEX(rt_mutex_outer);
static DEFINE_RT_MUTEX(rt_mutex_hold_a);
static DEFINE_MUTEX(rt_mutex_hold_b);

void rt_mutex_hold_forward(void)
{
	mutex_lock(&rt_mutex_outer);
	rt_mutex_lock_nest_lock(&rt_mutex_hold_a, &rt_mutex_outer);
	rt_mutex_unlock(&rt_mutex_hold_a);
	mutex_unlock(&rt_mutex_outer);
	mutex_lock(&rt_mutex_hold_b);
	mutex_unlock(&rt_mutex_hold_b);
}

void rt_mutex_hold_backward(void)
{
	mutex_lock(&rt_mutex_hold_b);
	rt_mutex_lock(&rt_mutex_hold_a);
	rt_mutex_unlock(&rt_mutex_hold_a);
	mutex_unlock(&rt_mutex_hold_b);
}

static DEFINE_MUTEX(rt_mutex_around);
static DEFINE_RT_MUTEX(rt_mutex_want_a);
static DEFINE_MUTEX(rt_mutex_want_b);

void rt_mutex_want_forward(void)
{
	rt_mutex_lock(&rt_mutex_want_a);
	rt_mutex_unlock(&rt_mutex_want_a);
	mutex_lock(&rt_mutex_want_b);
	mutex_unlock(&rt_mutex_want_b);
}

void rt_mutex_want_backward(void)
{
	mutex_lock(&rt_mutex_around);
	mutex_lock(&rt_mutex_want_b);
	rt_mutex_lock_nest_lock(&rt_mutex_want_a, &rt_mutex_around);
	rt_mutex_unlock(&rt_mutex_want_a);
	mutex_unlock(&rt_mutex_want_b);
	mutex_unlock(&rt_mutex_around);
}

static DEFINE_MUTEX(rwsem_outer);
static DECLARE_RWSEM(rwsem_hold_a);
static DEFINE_MUTEX(rwsem_hold_b);

void rwsem_hold_forward(void)
{
	mutex_lock(&rwsem_outer);
	down_write_nest_lock(&rwsem_hold_a, &rwsem_outer);
	up_write(&rwsem_hold_a);
	mutex_unlock(&rwsem_outer);
	mutex_lock(&rwsem_hold_b);
	mutex_unlock(&rwsem_hold_b);
}

void rwsem_hold_backward(void)
{
	mutex_lock(&rwsem_hold_b);
	down_write(&rwsem_hold_a);
	up_write(&rwsem_hold_a);
	mutex_unlock(&rwsem_hold_b);
}

static DEFINE_MUTEX(rwsem_around);
static DECLARE_RWSEM(rwsem_want_a);
static DEFINE_MUTEX(rwsem_want_b);

void rwsem_want_forward(void)
{
	down_write(&rwsem_want_a);
	up_write(&rwsem_want_a);
	mutex_lock(&rwsem_want_b);
	mutex_unlock(&rwsem_want_b);
}

void rwsem_want_backward(void)
{
	mutex_lock(&rwsem_around);
	mutex_lock(&rwsem_want_b);
	down_write_nest_lock(&rwsem_want_a, &rwsem_around);
	up_write(&rwsem_want_a);
	mutex_unlock(&rwsem_want_b);
	mutex_unlock(&rwsem_around);
}

static DEFINE_MUTEX(spin_outer);
static DEFINE_SPINLOCK(spin_hold_a);
static DEFINE_SPINLOCK(spin_hold_b);

void spin_hold_forward(void)
{
	mutex_lock(&spin_outer);
	spin_lock_nest_lock(&spin_hold_a, &spin_outer);
	spin_unlock(&spin_hold_a);
	mutex_unlock(&spin_outer);
	spin_lock(&spin_hold_b);
	spin_unlock(&spin_hold_b);
}

void spin_hold_backward(void)
{
	spin_lock(&spin_hold_b);
	spin_lock(&spin_hold_a);
	spin_unlock(&spin_hold_a);
	spin_unlock(&spin_hold_b);
}

static DEFINE_MUTEX(spin_around);
static DEFINE_SPINLOCK(spin_want_a);
static DEFINE_SPINLOCK(spin_want_b);

void spin_want_forward(void)
{
	spin_lock(&spin_want_a);
	spin_unlock(&spin_want_a);
	spin_lock(&spin_want_b);
	spin_unlock(&spin_want_b);
}

void spin_want_backward(void)
{
	mutex_lock(&spin_around);
	spin_lock(&spin_want_b);
	spin_lock_nest_lock(&spin_want_a, &spin_around);
	spin_unlock(&spin_want_a);
	spin_unlock(&spin_want_b);
	mutex_unlock(&spin_around);
}

static DEFINE_MUTEX(raw_outer);
static DEFINE_RAW_SPINLOCK(raw_hold_a);
static DEFINE_RAW_SPINLOCK(raw_hold_b);

void raw_hold_forward(void)
{
	mutex_lock(&raw_outer);
	raw_spin_lock_nest_lock(&raw_hold_a, &raw_outer);
	raw_spin_unlock(&raw_hold_a);
	mutex_unlock(&raw_outer);
	raw_spin_lock(&raw_hold_b);
	raw_spin_unlock(&raw_hold_b);
}

void raw_hold_backward(void)
{
	raw_spin_lock(&raw_hold_b);
	raw_spin_lock(&raw_hold_a);
	raw_spin_unlock(&raw_hold_a);
	raw_spin_unlock(&raw_hold_b);
}

static DEFINE_MUTEX(raw_around);
static DEFINE_RAW_SPINLOCK(raw_want_a);
static DEFINE_RAW_SPINLOCK(raw_want_b);

void raw_want_forward(void)
{
	raw_spin_lock(&raw_want_a);
	raw_spin_unlock(&raw_want_a);
	raw_spin_lock(&raw_want_b);
	raw_spin_unlock(&raw_want_b);
}

void raw_want_backward(void)
{
	mutex_lock(&raw_around);
	raw_spin_lock(&raw_want_b);
	raw_spin_lock_nest_lock(&raw_want_a, &raw_around);
	raw_spin_unlock(&raw_want_a);
	raw_spin_unlock(&raw_want_b);
	mutex_unlock(&raw_around);
}
