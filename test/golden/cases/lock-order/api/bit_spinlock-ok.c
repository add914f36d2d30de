// Every way to take a bit of a word as a lock, given back before the spinlock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/bit_spinlock.h>

static unsigned long plain_a;
static DEFINE_RAW_SPINLOCK(plain_b);

void plain_forward(void)
{
	bit_spin_lock(0, &plain_a);
	bit_spin_unlock(0, &plain_a);
	raw_spin_lock(&plain_b);
	raw_spin_unlock(&plain_b);
}

void plain_backward(void)
{
	raw_spin_lock(&plain_b);
	bit_spin_lock(0, &plain_a);
	bit_spin_unlock(0, &plain_a);
	raw_spin_unlock(&plain_b);
}

static unsigned long high_a;
static DEFINE_RAW_SPINLOCK(high_b);

void high_forward(void)
{
	bit_spin_lock(7, &high_a);
	bit_spin_unlock(7, &high_a);
	raw_spin_lock(&high_b);
	raw_spin_unlock(&high_b);
}

void high_backward(void)
{
	raw_spin_lock(&high_b);
	bit_spin_lock(7, &high_a);
	bit_spin_unlock(7, &high_a);
	raw_spin_unlock(&high_b);
}

static unsigned long try_a;
static DEFINE_RAW_SPINLOCK(try_b);

void try_forward(void)
{
	if (!bit_spin_trylock(0, &try_a))
		return;
	bit_spin_unlock(0, &try_a);
	raw_spin_lock(&try_b);
	raw_spin_unlock(&try_b);
}

void try_backward(void)
{
	raw_spin_lock(&try_b);
	bit_spin_lock(0, &try_a);
	bit_spin_unlock(0, &try_a);
	raw_spin_unlock(&try_b);
}

static unsigned long inside_a;
static DEFINE_RAW_SPINLOCK(inside_b);

void inside_forward(void)
{
	bit_spin_lock(0, &inside_a);
	__bit_spin_unlock(0, &inside_a);
	raw_spin_lock(&inside_b);
	raw_spin_unlock(&inside_b);
}

void inside_backward(void)
{
	raw_spin_lock(&inside_b);
	bit_spin_lock(0, &inside_a);
	__bit_spin_unlock(0, &inside_a);
	raw_spin_unlock(&inside_b);
}
