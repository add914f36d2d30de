// What spinlocks and rwlocks become under PREEMPT_RT, where alone it exists.
// CONFIGS: all
#include "kernel.h"

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_a);
static DEFINE_SPINLOCK(spin_b);

void spin_forward(void)
{
	rt_spin_lock(&spin_a);		// spin1.1 holds spin_a
	spin_lock(&spin_b);		// spin1.2 wants spin_b
					// BUG[spin]{rt} lock-order: spin_a -> spin_b -> spin_a; only PREEMPT_RT has the function
	spin_unlock(&spin_b);
	rt_spin_unlock(&spin_a);
}

void spin_backward(void)
{
	spin_lock(&spin_b);		// spin2.1 holds spin_b
	rt_spin_lock(&spin_a);		// spin2.2 wants spin_a
	rt_spin_unlock(&spin_a);
	spin_unlock(&spin_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_nested_a);
static DEFINE_SPINLOCK(spin_nested_b);

void spin_nested_forward(void)
{
	rt_spin_lock_nested(&spin_nested_a, SINGLE_DEPTH_NESTING);	// spin_nested1.1 holds spin_nested_a/1
	spin_lock(&spin_nested_b);	// spin_nested1.2 wants spin_nested_b
					// BUG[spin_nested]{rt} lock-order: spin_nested_a/1 -> spin_nested_b -> spin_nested_a/1; only PREEMPT_RT has the function
	spin_unlock(&spin_nested_b);
	rt_spin_unlock(&spin_nested_a);
}

void spin_nested_backward(void)
{
	spin_lock(&spin_nested_b);	// spin_nested2.1 holds spin_nested_b
	rt_spin_lock_nested(&spin_nested_a, SINGLE_DEPTH_NESTING);	// spin_nested2.2 wants spin_nested_a/1
	rt_spin_unlock(&spin_nested_a);
	spin_unlock(&spin_nested_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_nest_lock_a);
static DEFINE_SPINLOCK(spin_nest_lock_b);

void spin_nest_lock_forward(void)
{
	rt_spin_lock_nest_lock(&spin_nest_lock_a, NULL);	// spin_nest_lock1.1 holds spin_nest_lock_a
	spin_lock(&spin_nest_lock_b);	// spin_nest_lock1.2 wants spin_nest_lock_b
					// BUG[spin_nest_lock]{rt} lock-order: spin_nest_lock_a -> spin_nest_lock_b -> spin_nest_lock_a; only PREEMPT_RT has the function
	spin_unlock(&spin_nest_lock_b);
	rt_spin_unlock(&spin_nest_lock_a);
}

void spin_nest_lock_backward(void)
{
	spin_lock(&spin_nest_lock_b);	// spin_nest_lock2.1 holds spin_nest_lock_b
	rt_spin_lock_nest_lock(&spin_nest_lock_a, NULL);	// spin_nest_lock2.2 wants spin_nest_lock_a
	rt_spin_unlock(&spin_nest_lock_a);
	spin_unlock(&spin_nest_lock_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_try_a);
static DEFINE_SPINLOCK(spin_try_b);

void spin_try_forward(void)
{
	if (!rt_spin_trylock(&spin_try_a))	// spin_try1.1 holds spin_try_a
		return;
	spin_lock(&spin_try_b);		// spin_try1.2 wants spin_try_b
					// BUG[spin_try]{rt} lock-order: spin_try_a -> spin_try_b -> spin_try_a; only PREEMPT_RT has the function
	spin_unlock(&spin_try_b);
	rt_spin_unlock(&spin_try_a);
}

void spin_try_backward(void)
{
	spin_lock(&spin_try_b);		// spin_try2.1 holds spin_try_b
	rt_spin_lock(&spin_try_a);	// spin_try2.2 wants spin_try_a
	rt_spin_unlock(&spin_try_a);
	spin_unlock(&spin_try_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_try_bh_a);
static DEFINE_SPINLOCK(spin_try_bh_b);

void spin_try_bh_forward(void)
{
	if (!rt_spin_trylock_bh(&spin_try_bh_a))	// spin_try_bh1.1 holds spin_try_bh_a
		return;
	spin_lock(&spin_try_bh_b);	// spin_try_bh1.2 wants spin_try_bh_b
					// BUG[spin_try_bh]{rt} lock-order: spin_try_bh_a -> spin_try_bh_b -> spin_try_bh_a; only PREEMPT_RT has the function
	spin_unlock(&spin_try_bh_b);
	spin_unlock_bh(&spin_try_bh_a);
}

void spin_try_bh_backward(void)
{
	spin_lock(&spin_try_bh_b);	// spin_try_bh2.1 holds spin_try_bh_b
	spin_lock_bh(&spin_try_bh_a);	// spin_try_bh2.2 wants spin_try_bh_a
	spin_unlock_bh(&spin_try_bh_a);
	spin_unlock(&spin_try_bh_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_SPINLOCK(spin_wait_a);
static DEFINE_SPINLOCK(spin_wait_b);

void spin_wait_forward(void)
{
	rt_spin_lock(&spin_wait_a);	// spin_wait1.1 holds spin_wait_a
	spin_lock(&spin_wait_b);	// spin_wait1.2 wants spin_wait_b
					// BUG[spin_wait]{rt} lock-order: spin_wait_a -> spin_wait_b -> spin_wait_a; only PREEMPT_RT has the function
	spin_unlock(&spin_wait_b);
	rt_spin_unlock(&spin_wait_a);
}

void spin_wait_backward(void)
{
	spin_lock(&spin_wait_b);	// spin_wait2.1 holds spin_wait_b
	rt_spin_lock_unlock(&spin_wait_a);	// spin_wait2.2 wants spin_wait_a
	spin_unlock(&spin_wait_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(write_a);
static DEFINE_SPINLOCK(write_b);

void write_forward(void)
{
	rt_write_lock(&write_a);	// write1.1 holds write_a
	spin_lock(&write_b);		// write1.2 wants write_b
					// BUG[write]{rt} lock-order: write_a -> write_b -> write_a; only PREEMPT_RT has the function
	spin_unlock(&write_b);
	rt_write_unlock(&write_a);
}

void write_backward(void)
{
	spin_lock(&write_b);		// write2.1 holds write_b
	rt_write_lock(&write_a);	// write2.2 wants write_a
	rt_write_unlock(&write_a);
	spin_unlock(&write_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(write_nested_a);
static DEFINE_SPINLOCK(write_nested_b);

void write_nested_forward(void)
{
	rt_write_lock_nested(&write_nested_a, SINGLE_DEPTH_NESTING);	// write_nested1.1 holds write_nested_a/1
	spin_lock(&write_nested_b);	// write_nested1.2 wants write_nested_b
					// BUG[write_nested]{rt} lock-order: write_nested_a/1 -> write_nested_b -> write_nested_a/1; only PREEMPT_RT has the function
	spin_unlock(&write_nested_b);
	rt_write_unlock(&write_nested_a);
}

void write_nested_backward(void)
{
	spin_lock(&write_nested_b);	// write_nested2.1 holds write_nested_b
	rt_write_lock_nested(&write_nested_a, SINGLE_DEPTH_NESTING);	// write_nested2.2 wants write_nested_a/1
	rt_write_unlock(&write_nested_a);
	spin_unlock(&write_nested_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(write_try_a);
static DEFINE_SPINLOCK(write_try_b);

void write_try_forward(void)
{
	if (!rt_write_trylock(&write_try_a))	// write_try1.1 holds write_try_a
		return;
	spin_lock(&write_try_b);	// write_try1.2 wants write_try_b
					// BUG[write_try]{rt} lock-order: write_try_a -> write_try_b -> write_try_a; only PREEMPT_RT has the function
	spin_unlock(&write_try_b);
	rt_write_unlock(&write_try_a);
}

void write_try_backward(void)
{
	spin_lock(&write_try_b);	// write_try2.1 holds write_try_b
	rt_write_lock(&write_try_a);	// write_try2.2 wants write_try_a
	rt_write_unlock(&write_try_a);
	spin_unlock(&write_try_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(read_a);
static DEFINE_SPINLOCK(read_b);

void read_forward(void)
{
	rt_read_lock(&read_a);		// read1.1 holds read_a
	spin_lock(&read_b);		// read1.2 wants read_b
					// BUG[read]{rt} lock-order: read_a -> read_b -> read_a; only PREEMPT_RT has the function
	spin_unlock(&read_b);
	rt_read_unlock(&read_a);
}

void read_backward(void)
{
	spin_lock(&read_b);		// read2.1 holds read_b
	rt_write_lock(&read_a);		// read2.2 wants read_a
	rt_write_unlock(&read_a);
	spin_unlock(&read_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(read_want_a);
static DEFINE_SPINLOCK(read_want_b);

void read_want_forward(void)
{
	rt_write_lock(&read_want_a);	// read_want1.1 holds read_want_a
	spin_lock(&read_want_b);	// read_want1.2 wants read_want_b
					// BUG[read_want]{rt} lock-order: read_want_a -> read_want_b -> read_want_a; only PREEMPT_RT has the function
	spin_unlock(&read_want_b);
	rt_write_unlock(&read_want_a);
}

void read_want_backward(void)
{
	spin_lock(&read_want_b);	// read_want2.1 holds read_want_b
	rt_read_lock(&read_want_a);	// read_want2.2 wants read_want_a
	rt_read_unlock(&read_want_a);
	spin_unlock(&read_want_b);
}
#endif

#ifdef GOLDEN_RT
static DEFINE_RWLOCK(read_try_a);
static DEFINE_SPINLOCK(read_try_b);

void read_try_forward(void)
{
	if (!rt_read_trylock(&read_try_a))	// read_try1.1 holds read_try_a
		return;
	spin_lock(&read_try_b);		// read_try1.2 wants read_try_b
					// BUG[read_try]{rt} lock-order: read_try_a -> read_try_b -> read_try_a; only PREEMPT_RT has the function
	spin_unlock(&read_try_b);
	rt_read_unlock(&read_try_a);
}

void read_try_backward(void)
{
	spin_lock(&read_try_b);		// read_try2.1 holds read_try_b
	rt_write_lock(&read_try_a);	// read_try2.2 wants read_try_a
	rt_write_unlock(&read_try_a);
	spin_unlock(&read_try_b);
}
#endif
