// Every way to take a bit of a word as a lock: held over a spinlock, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/bit_spinlock.h>

static unsigned long plain_a;
static DEFINE_RAW_SPINLOCK(plain_b);

void plain_forward(void)
{
	bit_spin_lock(0, &plain_a);	// plain1.1 holds plain_a
	raw_spin_lock(&plain_b);	// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a -> plain_b -> plain_a
	raw_spin_unlock(&plain_b);
	bit_spin_unlock(0, &plain_a);
}

void plain_backward(void)
{
	raw_spin_lock(&plain_b);	// plain2.1 holds plain_b
	bit_spin_lock(0, &plain_a);	// plain2.2 wants plain_a
	bit_spin_unlock(0, &plain_a);
	raw_spin_unlock(&plain_b);
}

static unsigned long high_a;
static DEFINE_RAW_SPINLOCK(high_b);

void high_forward(void)
{
	bit_spin_lock(7, &high_a);	// high1.1 holds high_a/7
	raw_spin_lock(&high_b);		// high1.2 wants high_b
					// BUG[high] lock-order: high_a/7 -> high_b -> high_a/7
	raw_spin_unlock(&high_b);
	bit_spin_unlock(7, &high_a);
}

void high_backward(void)
{
	raw_spin_lock(&high_b);		// high2.1 holds high_b
	bit_spin_lock(7, &high_a);	// high2.2 wants high_a/7
	bit_spin_unlock(7, &high_a);
	raw_spin_unlock(&high_b);
}

static unsigned long try_a;
static DEFINE_RAW_SPINLOCK(try_b);

void try_forward(void)
{
	if (!bit_spin_trylock(0, &try_a))	// try1.1 holds try_a
		return;
	raw_spin_lock(&try_b);		// try1.2 wants try_b
					// BUG[try] lock-order: try_a -> try_b -> try_a
	raw_spin_unlock(&try_b);
	bit_spin_unlock(0, &try_a);
}

void try_backward(void)
{
	raw_spin_lock(&try_b);		// try2.1 holds try_b
	bit_spin_lock(0, &try_a);	// try2.2 wants try_a
	bit_spin_unlock(0, &try_a);
	raw_spin_unlock(&try_b);
}

static unsigned long inside_a;
static DEFINE_RAW_SPINLOCK(inside_b);

void inside_forward(void)
{
	bit_spin_lock(0, &inside_a);	// inside1.1 holds inside_a
	raw_spin_lock(&inside_b);	// inside1.2 wants inside_b
					// BUG[inside] lock-order: inside_a -> inside_b -> inside_a
	raw_spin_unlock(&inside_b);
	__bit_spin_unlock(0, &inside_a);
}

void inside_backward(void)
{
	raw_spin_lock(&inside_b);	// inside2.1 holds inside_b
	bit_spin_lock(0, &inside_a);	// inside2.2 wants inside_a
	__bit_spin_unlock(0, &inside_a);
	raw_spin_unlock(&inside_b);
}
