// What spinlocks and rwlocks become under PREEMPT_RT, given back before the other lock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_a);
static DEFINE_SPINLOCK(spin_b);

void spin_forward(void)
{
	rt_spin_lock(&spin_a);
	rt_spin_unlock(&spin_a);
	spin_lock(&spin_b);
	spin_unlock(&spin_b);
}

void spin_backward(void)
{
	spin_lock(&spin_b);
	rt_spin_lock(&spin_a);
	rt_spin_unlock(&spin_a);
	spin_unlock(&spin_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_nested_a);
static DEFINE_SPINLOCK(spin_nested_b);

void spin_nested_forward(void)
{
	rt_spin_lock_nested(&spin_nested_a, SINGLE_DEPTH_NESTING);
	rt_spin_unlock(&spin_nested_a);
	spin_lock(&spin_nested_b);
	spin_unlock(&spin_nested_b);
}

void spin_nested_backward(void)
{
	spin_lock(&spin_nested_b);
	rt_spin_lock_nested(&spin_nested_a, SINGLE_DEPTH_NESTING);
	rt_spin_unlock(&spin_nested_a);
	spin_unlock(&spin_nested_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_nest_lock_a);
static DEFINE_SPINLOCK(spin_nest_lock_b);

void spin_nest_lock_forward(void)
{
	rt_spin_lock_nest_lock(&spin_nest_lock_a, NULL);
	rt_spin_unlock(&spin_nest_lock_a);
	spin_lock(&spin_nest_lock_b);
	spin_unlock(&spin_nest_lock_b);
}

void spin_nest_lock_backward(void)
{
	spin_lock(&spin_nest_lock_b);
	rt_spin_lock_nest_lock(&spin_nest_lock_a, NULL);
	rt_spin_unlock(&spin_nest_lock_a);
	spin_unlock(&spin_nest_lock_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_try_a);
static DEFINE_SPINLOCK(spin_try_b);

void spin_try_forward(void)
{
	if (!rt_spin_trylock(&spin_try_a))
		return;
	rt_spin_unlock(&spin_try_a);
	spin_lock(&spin_try_b);
	spin_unlock(&spin_try_b);
}

void spin_try_backward(void)
{
	spin_lock(&spin_try_b);
	rt_spin_lock(&spin_try_a);
	rt_spin_unlock(&spin_try_a);
	spin_unlock(&spin_try_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_try_bh_a);
static DEFINE_SPINLOCK(spin_try_bh_b);

void spin_try_bh_forward(void)
{
	if (!rt_spin_trylock_bh(&spin_try_bh_a))
		return;
	spin_unlock_bh(&spin_try_bh_a);
	spin_lock(&spin_try_bh_b);
	spin_unlock(&spin_try_bh_b);
}

void spin_try_bh_backward(void)
{
	spin_lock(&spin_try_bh_b);
	spin_lock_bh(&spin_try_bh_a);
	spin_unlock_bh(&spin_try_bh_a);
	spin_unlock(&spin_try_bh_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_wait_a);
static DEFINE_SPINLOCK(spin_wait_b);

void spin_wait_forward(void)
{
	rt_spin_lock(&spin_wait_a);
	rt_spin_unlock(&spin_wait_a);
	spin_lock(&spin_wait_b);
	spin_unlock(&spin_wait_b);
}

void spin_wait_backward(void)
{
	spin_lock(&spin_wait_b);
	rt_spin_lock_unlock(&spin_wait_a);
	spin_unlock(&spin_wait_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(write_a);
static DEFINE_SPINLOCK(write_b);

void write_forward(void)
{
	rt_write_lock(&write_a);
	rt_write_unlock(&write_a);
	spin_lock(&write_b);
	spin_unlock(&write_b);
}

void write_backward(void)
{
	spin_lock(&write_b);
	rt_write_lock(&write_a);
	rt_write_unlock(&write_a);
	spin_unlock(&write_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(write_nested_a);
static DEFINE_SPINLOCK(write_nested_b);

void write_nested_forward(void)
{
	rt_write_lock_nested(&write_nested_a, SINGLE_DEPTH_NESTING);
	rt_write_unlock(&write_nested_a);
	spin_lock(&write_nested_b);
	spin_unlock(&write_nested_b);
}

void write_nested_backward(void)
{
	spin_lock(&write_nested_b);
	rt_write_lock_nested(&write_nested_a, SINGLE_DEPTH_NESTING);
	rt_write_unlock(&write_nested_a);
	spin_unlock(&write_nested_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(write_try_a);
static DEFINE_SPINLOCK(write_try_b);

void write_try_forward(void)
{
	if (!rt_write_trylock(&write_try_a))
		return;
	rt_write_unlock(&write_try_a);
	spin_lock(&write_try_b);
	spin_unlock(&write_try_b);
}

void write_try_backward(void)
{
	spin_lock(&write_try_b);
	rt_write_lock(&write_try_a);
	rt_write_unlock(&write_try_a);
	spin_unlock(&write_try_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(read_a);
static DEFINE_SPINLOCK(read_b);

void read_forward(void)
{
	rt_read_lock(&read_a);
	rt_read_unlock(&read_a);
	spin_lock(&read_b);
	spin_unlock(&read_b);
}

void read_backward(void)
{
	spin_lock(&read_b);
	rt_write_lock(&read_a);
	rt_write_unlock(&read_a);
	spin_unlock(&read_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(read_want_a);
static DEFINE_SPINLOCK(read_want_b);

void read_want_forward(void)
{
	rt_write_lock(&read_want_a);
	rt_write_unlock(&read_want_a);
	spin_lock(&read_want_b);
	spin_unlock(&read_want_b);
}

void read_want_backward(void)
{
	spin_lock(&read_want_b);
	rt_read_lock(&read_want_a);
	rt_read_unlock(&read_want_a);
	spin_unlock(&read_want_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(read_try_a);
static DEFINE_SPINLOCK(read_try_b);

void read_try_forward(void)
{
	if (!rt_read_trylock(&read_try_a))
		return;
	rt_read_unlock(&read_try_a);
	spin_lock(&read_try_b);
	spin_unlock(&read_try_b);
}

void read_try_backward(void)
{
	spin_lock(&read_try_b);
	rt_write_lock(&read_try_a);
	rt_write_unlock(&read_try_a);
	spin_unlock(&read_try_b);
}
#endif
