// What the _nest_lock() macros call under lockdep, where alone it exists.
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
	_mutex_lock_nest_lock(&mutex_a, &mutex_a_outer.dep_map);	// mutex1.1 holds mutex_a
	mutex_lock(&mutex_b);		// mutex1.2 wants mutex_b
					// BUG[mutex]{lockdep} lock-order: mutex_a -> mutex_b -> mutex_a; only lockdep has the function
	mutex_unlock(&mutex_b);
	mutex_unlock(&mutex_a);
	mutex_unlock(&mutex_a_outer);
}

void mutex_backward(void)
{
	mutex_lock(&mutex_b);		// mutex2.1 holds mutex_b
	mutex_lock(&mutex_a);		// mutex2.2 wants mutex_a
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
	_rt_mutex_lock_nest_lock(&rt_mutex_a, &rt_mutex_a_outer.dep_map);	// rt_mutex1.1 holds rt_mutex_a
	mutex_lock(&rt_mutex_b);	// rt_mutex1.2 wants rt_mutex_b
					// BUG[rt_mutex]{lockdep} lock-order: rt_mutex_a -> rt_mutex_b -> rt_mutex_a; only lockdep has the function
	mutex_unlock(&rt_mutex_b);
	rt_mutex_unlock(&rt_mutex_a);
	mutex_unlock(&rt_mutex_a_outer);
}

void rt_mutex_backward(void)
{
	mutex_lock(&rt_mutex_b);	// rt_mutex2.1 holds rt_mutex_b
	rt_mutex_lock(&rt_mutex_a);	// rt_mutex2.2 wants rt_mutex_a
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
	_down_write_nest_lock(&rwsem_a, &rwsem_a_outer.dep_map);	// rwsem1.1 holds rwsem_a
	mutex_lock(&rwsem_b);		// rwsem1.2 wants rwsem_b
					// BUG[rwsem]{lockdep} lock-order: rwsem_a -> rwsem_b -> rwsem_a; only lockdep has the function
	mutex_unlock(&rwsem_b);
	up_write(&rwsem_a);
	mutex_unlock(&rwsem_a_outer);
}

void rwsem_backward(void)
{
	mutex_lock(&rwsem_b);		// rwsem2.1 holds rwsem_b
	down_write(&rwsem_a);		// rwsem2.2 wants rwsem_a
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
	_raw_spin_lock_nest_lock(&raw_a, &raw_a_outer.dep_map);	// raw1.1 holds raw_a
	raw_spin_lock(&raw_b);		// raw1.2 wants raw_b
					// BUG[raw]{lockdep} lock-order: raw_a -> raw_b -> raw_a; only lockdep has the function
	raw_spin_unlock(&raw_b);
	raw_spin_unlock(&raw_a);
	mutex_unlock(&raw_a_outer);
}

void raw_backward(void)
{
	raw_spin_lock(&raw_b);		// raw2.1 holds raw_b
	raw_spin_lock(&raw_a);		// raw2.2 wants raw_a
	raw_spin_unlock(&raw_a);
	raw_spin_unlock(&raw_b);
}
#endif

#ifdef GOLDEN_LOCKDEP
static DEFINE_RAW_SPINLOCK(raw_nested_a);
static DEFINE_RAW_SPINLOCK(raw_nested_b);

void raw_nested_forward(void)
{
	_raw_spin_lock_nested(&raw_nested_a, SINGLE_DEPTH_NESTING);	// raw_nested1.1 holds raw_nested_a/1
	raw_spin_lock(&raw_nested_b);	// raw_nested1.2 wants raw_nested_b
					// BUG[raw_nested]{lockdep} lock-order: raw_nested_a/1 -> raw_nested_b -> raw_nested_a/1; only lockdep has the function
	raw_spin_unlock(&raw_nested_b);
	raw_spin_unlock(&raw_nested_a);
}

void raw_nested_backward(void)
{
	raw_spin_lock(&raw_nested_b);	// raw_nested2.1 holds raw_nested_b
	_raw_spin_lock_nested(&raw_nested_a, SINGLE_DEPTH_NESTING);	// raw_nested2.2 wants raw_nested_a/1
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

	flags = _raw_spin_lock_irqsave_nested(&raw_irqsave_nested_a, SINGLE_DEPTH_NESTING);	// raw_irqsave_nested1.1 holds raw_irqsave_nested_a/1
	raw_spin_lock(&raw_irqsave_nested_b);	// raw_irqsave_nested1.2 wants raw_irqsave_nested_b
					// BUG[raw_irqsave_nested]{lockdep} lock-order: raw_irqsave_nested_a/1 -> raw_irqsave_nested_b -> raw_irqsave_nested_a/1; only lockdep has the function
	raw_spin_unlock(&raw_irqsave_nested_b);
	raw_spin_unlock_irqrestore(&raw_irqsave_nested_a, flags);
}

void raw_irqsave_nested_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&raw_irqsave_nested_b);	// raw_irqsave_nested2.1 holds raw_irqsave_nested_b
	flags = _raw_spin_lock_irqsave_nested(&raw_irqsave_nested_a, SINGLE_DEPTH_NESTING);	// raw_irqsave_nested2.2 wants raw_irqsave_nested_a/1
	raw_spin_unlock_irqrestore(&raw_irqsave_nested_a, flags);
	raw_spin_unlock(&raw_irqsave_nested_b);
}
#endif
