// Locks of one class taken under an outer lock that lets them nest, before and after another lock.
// CONFIGS: all
#include "kernel.h"
#include <linux/rtmutex.h>

static DEFINE_MUTEX(mutex_outer);
static DEFINE_MUTEX(mutex_hold_a);
static DEFINE_MUTEX(mutex_hold_b);

void mutex_hold_forward(void)
{
	mutex_lock(&mutex_outer);
	mutex_lock_nest_lock(&mutex_hold_a, &mutex_outer);	// mutex_hold1.1 holds mutex_hold_a
	mutex_lock(&mutex_hold_b);	// mutex_hold1.2 wants mutex_hold_b
					// BUG[mutex_hold] lock-order: mutex_hold_a -> mutex_hold_b -> mutex_hold_a
	mutex_unlock(&mutex_hold_b);
	mutex_unlock(&mutex_hold_a);
	mutex_unlock(&mutex_outer);
}

void mutex_hold_backward(void)
{
	mutex_lock(&mutex_hold_b);	// mutex_hold2.1 holds mutex_hold_b
	mutex_lock(&mutex_hold_a);	// mutex_hold2.2 wants mutex_hold_a
	mutex_unlock(&mutex_hold_a);
	mutex_unlock(&mutex_hold_b);
}

static DEFINE_MUTEX(mutex_around);
static DEFINE_MUTEX(mutex_want_a);
static DEFINE_MUTEX(mutex_want_b);

void mutex_want_forward(void)
{
	mutex_lock(&mutex_want_a);	// mutex_want1.1 holds mutex_want_a
	mutex_lock(&mutex_want_b);	// mutex_want1.2 wants mutex_want_b
					// BUG[mutex_want] lock-order: mutex_want_a -> mutex_want_b -> mutex_want_a
	mutex_unlock(&mutex_want_b);
	mutex_unlock(&mutex_want_a);
}

void mutex_want_backward(void)
{
	mutex_lock(&mutex_around);
	mutex_lock(&mutex_want_b);	// mutex_want2.1 holds mutex_want_b
	mutex_lock_nest_lock(&mutex_want_a, &mutex_around);	// mutex_want2.2 wants mutex_want_a
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
	rt_mutex_lock_nest_lock(&rt_mutex_hold_a, &rt_mutex_outer);	// rt_mutex_hold1.1 holds rt_mutex_hold_a
	mutex_lock(&rt_mutex_hold_b);	// rt_mutex_hold1.2 wants rt_mutex_hold_b
					// BUG[rt_mutex_hold] lock-order: rt_mutex_hold_a -> rt_mutex_hold_b -> rt_mutex_hold_a
	mutex_unlock(&rt_mutex_hold_b);
	rt_mutex_unlock(&rt_mutex_hold_a);
	mutex_unlock(&rt_mutex_outer);
}

void rt_mutex_hold_backward(void)
{
	mutex_lock(&rt_mutex_hold_b);	// rt_mutex_hold2.1 holds rt_mutex_hold_b
	rt_mutex_lock(&rt_mutex_hold_a);	// rt_mutex_hold2.2 wants rt_mutex_hold_a
	rt_mutex_unlock(&rt_mutex_hold_a);
	mutex_unlock(&rt_mutex_hold_b);
}

static DEFINE_MUTEX(rt_mutex_around);
static DEFINE_RT_MUTEX(rt_mutex_want_a);
static DEFINE_MUTEX(rt_mutex_want_b);

void rt_mutex_want_forward(void)
{
	rt_mutex_lock(&rt_mutex_want_a);	// rt_mutex_want1.1 holds rt_mutex_want_a
	mutex_lock(&rt_mutex_want_b);	// rt_mutex_want1.2 wants rt_mutex_want_b
					// BUG[rt_mutex_want] lock-order: rt_mutex_want_a -> rt_mutex_want_b -> rt_mutex_want_a
	mutex_unlock(&rt_mutex_want_b);
	rt_mutex_unlock(&rt_mutex_want_a);
}

void rt_mutex_want_backward(void)
{
	mutex_lock(&rt_mutex_around);
	mutex_lock(&rt_mutex_want_b);	// rt_mutex_want2.1 holds rt_mutex_want_b
	rt_mutex_lock_nest_lock(&rt_mutex_want_a, &rt_mutex_around);	// rt_mutex_want2.2 wants rt_mutex_want_a
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
	down_write_nest_lock(&rwsem_hold_a, &rwsem_outer);	// rwsem_hold1.1 holds rwsem_hold_a
	mutex_lock(&rwsem_hold_b);	// rwsem_hold1.2 wants rwsem_hold_b
					// BUG[rwsem_hold] lock-order: rwsem_hold_a -> rwsem_hold_b -> rwsem_hold_a
	mutex_unlock(&rwsem_hold_b);
	up_write(&rwsem_hold_a);
	mutex_unlock(&rwsem_outer);
}

void rwsem_hold_backward(void)
{
	mutex_lock(&rwsem_hold_b);	// rwsem_hold2.1 holds rwsem_hold_b
	down_write(&rwsem_hold_a);	// rwsem_hold2.2 wants rwsem_hold_a
	up_write(&rwsem_hold_a);
	mutex_unlock(&rwsem_hold_b);
}

static DEFINE_MUTEX(rwsem_around);
static DECLARE_RWSEM(rwsem_want_a);
static DEFINE_MUTEX(rwsem_want_b);

void rwsem_want_forward(void)
{
	down_write(&rwsem_want_a);	// rwsem_want1.1 holds rwsem_want_a
	mutex_lock(&rwsem_want_b);	// rwsem_want1.2 wants rwsem_want_b
					// BUG[rwsem_want] lock-order: rwsem_want_a -> rwsem_want_b -> rwsem_want_a
	mutex_unlock(&rwsem_want_b);
	up_write(&rwsem_want_a);
}

void rwsem_want_backward(void)
{
	mutex_lock(&rwsem_around);
	mutex_lock(&rwsem_want_b);	// rwsem_want2.1 holds rwsem_want_b
	down_write_nest_lock(&rwsem_want_a, &rwsem_around);	// rwsem_want2.2 wants rwsem_want_a
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
	spin_lock_nest_lock(&spin_hold_a, &spin_outer);	// spin_hold1.1 holds spin_hold_a
	spin_lock(&spin_hold_b);	// spin_hold1.2 wants spin_hold_b
					// BUG[spin_hold] lock-order: spin_hold_a -> spin_hold_b -> spin_hold_a
	spin_unlock(&spin_hold_b);
	spin_unlock(&spin_hold_a);
	mutex_unlock(&spin_outer);
}

void spin_hold_backward(void)
{
	spin_lock(&spin_hold_b);	// spin_hold2.1 holds spin_hold_b
	spin_lock(&spin_hold_a);	// spin_hold2.2 wants spin_hold_a
	spin_unlock(&spin_hold_a);
	spin_unlock(&spin_hold_b);
}

static DEFINE_MUTEX(spin_around);
static DEFINE_SPINLOCK(spin_want_a);
static DEFINE_SPINLOCK(spin_want_b);

void spin_want_forward(void)
{
	spin_lock(&spin_want_a);	// spin_want1.1 holds spin_want_a
	spin_lock(&spin_want_b);	// spin_want1.2 wants spin_want_b
					// BUG[spin_want] lock-order: spin_want_a -> spin_want_b -> spin_want_a
	spin_unlock(&spin_want_b);
	spin_unlock(&spin_want_a);
}

void spin_want_backward(void)
{
	mutex_lock(&spin_around);
	spin_lock(&spin_want_b);	// spin_want2.1 holds spin_want_b
	spin_lock_nest_lock(&spin_want_a, &spin_around);	// spin_want2.2 wants spin_want_a
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
	raw_spin_lock_nest_lock(&raw_hold_a, &raw_outer);	// raw_hold1.1 holds raw_hold_a
	raw_spin_lock(&raw_hold_b);	// raw_hold1.2 wants raw_hold_b
					// BUG[raw_hold] lock-order: raw_hold_a -> raw_hold_b -> raw_hold_a
	raw_spin_unlock(&raw_hold_b);
	raw_spin_unlock(&raw_hold_a);
	mutex_unlock(&raw_outer);
}

void raw_hold_backward(void)
{
	raw_spin_lock(&raw_hold_b);	// raw_hold2.1 holds raw_hold_b
	raw_spin_lock(&raw_hold_a);	// raw_hold2.2 wants raw_hold_a
	raw_spin_unlock(&raw_hold_a);
	raw_spin_unlock(&raw_hold_b);
}

static DEFINE_MUTEX(raw_around);
static DEFINE_RAW_SPINLOCK(raw_want_a);
static DEFINE_RAW_SPINLOCK(raw_want_b);

void raw_want_forward(void)
{
	raw_spin_lock(&raw_want_a);	// raw_want1.1 holds raw_want_a
	raw_spin_lock(&raw_want_b);	// raw_want1.2 wants raw_want_b
					// BUG[raw_want] lock-order: raw_want_a -> raw_want_b -> raw_want_a
	raw_spin_unlock(&raw_want_b);
	raw_spin_unlock(&raw_want_a);
}

void raw_want_backward(void)
{
	mutex_lock(&raw_around);
	raw_spin_lock(&raw_want_b);	// raw_want2.1 holds raw_want_b
	raw_spin_lock_nest_lock(&raw_want_a, &raw_around);	// raw_want2.2 wants raw_want_a
	raw_spin_unlock(&raw_want_a);
	raw_spin_unlock(&raw_want_b);
	mutex_unlock(&raw_around);
}
