// What the _nest_lock() macros call, given back before the other lock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/rtmutex.h>

#ifdef GOLDEN_LOCKDEP
static DEFINE_MUTEX(mutex_a_outer);
static DEFINE_MUTEX(mutex_a);
static DEFINE_MUTEX(mutex_b);

void mutex_forward(void)
{
	mutex_lock(&mutex_a_outer);
	_mutex_lock_nest_lock(&mutex_a, &mutex_a_outer.dep_map);
	mutex_unlock(&mutex_a);
	mutex_unlock(&mutex_a_outer);
	mutex_lock(&mutex_b);
	mutex_unlock(&mutex_b);
}

void mutex_backward(void)
{
	mutex_lock(&mutex_b);
	mutex_lock(&mutex_a);
	mutex_unlock(&mutex_a);
	mutex_unlock(&mutex_b);
}
#endif

#ifdef GOLDEN_LOCKDEP
static DEFINE_MUTEX(rt_mutex_a_outer);
static DEFINE_RT_MUTEX(rt_mutex_a);
static DEFINE_MUTEX(rt_mutex_b);

void rt_mutex_forward(void)
{
	mutex_lock(&rt_mutex_a_outer);
	_rt_mutex_lock_nest_lock(&rt_mutex_a, &rt_mutex_a_outer.dep_map);
	rt_mutex_unlock(&rt_mutex_a);
	mutex_unlock(&rt_mutex_a_outer);
	mutex_lock(&rt_mutex_b);
	mutex_unlock(&rt_mutex_b);
}

void rt_mutex_backward(void)
{
	mutex_lock(&rt_mutex_b);
	rt_mutex_lock(&rt_mutex_a);
	rt_mutex_unlock(&rt_mutex_a);
	mutex_unlock(&rt_mutex_b);
}
#endif

#ifdef GOLDEN_LOCKDEP
static DEFINE_MUTEX(rwsem_a_outer);
static DECLARE_RWSEM(rwsem_a);
static DEFINE_MUTEX(rwsem_b);

void rwsem_forward(void)
{
	mutex_lock(&rwsem_a_outer);
	_down_write_nest_lock(&rwsem_a, &rwsem_a_outer.dep_map);
	up_write(&rwsem_a);
	mutex_unlock(&rwsem_a_outer);
	mutex_lock(&rwsem_b);
	mutex_unlock(&rwsem_b);
}

void rwsem_backward(void)
{
	mutex_lock(&rwsem_b);
	down_write(&rwsem_a);
	up_write(&rwsem_a);
	mutex_unlock(&rwsem_b);
}
#endif

#ifdef GOLDEN_LOCKDEP
static DEFINE_MUTEX(raw_a_outer);
static DEFINE_RAW_SPINLOCK(raw_a);
static DEFINE_RAW_SPINLOCK(raw_b);

void raw_forward(void)
{
	mutex_lock(&raw_a_outer);
	_raw_spin_lock_nest_lock(&raw_a, &raw_a_outer.dep_map);
	raw_spin_unlock(&raw_a);
	mutex_unlock(&raw_a_outer);
	raw_spin_lock(&raw_b);
	raw_spin_unlock(&raw_b);
}

void raw_backward(void)
{
	raw_spin_lock(&raw_b);
	raw_spin_lock(&raw_a);
	raw_spin_unlock(&raw_a);
	raw_spin_unlock(&raw_b);
}
#endif

#ifdef GOLDEN_LOCKDEP
static DEFINE_RAW_SPINLOCK(raw_nested_a);
static DEFINE_RAW_SPINLOCK(raw_nested_b);

void raw_nested_forward(void)
{
	_raw_spin_lock_nested(&raw_nested_a, SINGLE_DEPTH_NESTING);
	raw_spin_unlock(&raw_nested_a);
	raw_spin_lock(&raw_nested_b);
	raw_spin_unlock(&raw_nested_b);
}

void raw_nested_backward(void)
{
	raw_spin_lock(&raw_nested_b);
	_raw_spin_lock_nested(&raw_nested_a, SINGLE_DEPTH_NESTING);
	raw_spin_unlock(&raw_nested_a);
	raw_spin_unlock(&raw_nested_b);
}
#endif

#ifdef GOLDEN_LOCKDEP
static DEFINE_RAW_SPINLOCK(raw_irqsave_nested_a);
static DEFINE_RAW_SPINLOCK(raw_irqsave_nested_b);

void raw_irqsave_nested_forward(void)
{
	unsigned long flags;

	flags = _raw_spin_lock_irqsave_nested(&raw_irqsave_nested_a, SINGLE_DEPTH_NESTING);
	raw_spin_unlock_irqrestore(&raw_irqsave_nested_a, flags);
	raw_spin_lock(&raw_irqsave_nested_b);
	raw_spin_unlock(&raw_irqsave_nested_b);
}

void raw_irqsave_nested_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&raw_irqsave_nested_b);
	flags = _raw_spin_lock_irqsave_nested(&raw_irqsave_nested_a, SINGLE_DEPTH_NESTING);
	raw_spin_unlock_irqrestore(&raw_irqsave_nested_a, flags);
	raw_spin_unlock(&raw_irqsave_nested_b);
}
#endif
