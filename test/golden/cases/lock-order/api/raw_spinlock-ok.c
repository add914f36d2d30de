// Every way to take a raw spinlock, given back before the other one is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DEFINE_RAW_SPINLOCK(plain_a);
static DEFINE_RAW_SPINLOCK(plain_b);

void plain_forward(void)
{
	raw_spin_lock(&plain_a);
	raw_spin_unlock(&plain_a);
	raw_spin_lock(&plain_b);
	raw_spin_unlock(&plain_b);
}

void plain_backward(void)
{
	raw_spin_lock(&plain_b);
	raw_spin_lock(&plain_a);
	raw_spin_unlock(&plain_a);
	raw_spin_unlock(&plain_b);
}

static DEFINE_RAW_SPINLOCK(irq_a);
static DEFINE_RAW_SPINLOCK(irq_b);

void irq_forward(void)
{
	raw_spin_lock_irq(&irq_a);
	raw_spin_unlock_irq(&irq_a);
	raw_spin_lock(&irq_b);
	raw_spin_unlock(&irq_b);
}

void irq_backward(void)
{
	raw_spin_lock(&irq_b);
	raw_spin_lock_irq(&irq_a);
	raw_spin_unlock_irq(&irq_a);
	raw_spin_unlock(&irq_b);
}

static DEFINE_RAW_SPINLOCK(bh_a);
static DEFINE_RAW_SPINLOCK(bh_b);

void bh_forward(void)
{
	raw_spin_lock_bh(&bh_a);
	raw_spin_unlock_bh(&bh_a);
	raw_spin_lock(&bh_b);
	raw_spin_unlock(&bh_b);
}

void bh_backward(void)
{
	raw_spin_lock(&bh_b);
	raw_spin_lock_bh(&bh_a);
	raw_spin_unlock_bh(&bh_a);
	raw_spin_unlock(&bh_b);
}

static DEFINE_RAW_SPINLOCK(irqsave_a);
static DEFINE_RAW_SPINLOCK(irqsave_b);

void irqsave_forward(void)
{
	unsigned long flags;

	raw_spin_lock_irqsave(&irqsave_a, flags);
	raw_spin_unlock_irqrestore(&irqsave_a, flags);
	raw_spin_lock(&irqsave_b);
	raw_spin_unlock(&irqsave_b);
}

void irqsave_backward(void)
{
	unsigned long flags;

	raw_spin_lock(&irqsave_b);
	raw_spin_lock_irqsave(&irqsave_a, flags);
	raw_spin_unlock_irqrestore(&irqsave_a, flags);
	raw_spin_unlock(&irqsave_b);
}

static DEFINE_RAW_SPINLOCK(nested_a);
static DEFINE_RAW_SPINLOCK(nested_b);

void nested_forward(void)
{
	raw_spin_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);
	raw_spin_unlock(&nested_a);
	raw_spin_lock(&nested_b);
	raw_spin_unlock(&nested_b);
}

void nested_backward(void)
{
	raw_spin_lock(&nested_b);
	raw_spin_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);
	raw_spin_unlock(&nested_a);
	raw_spin_unlock(&nested_b);
}

static DEFINE_RAW_SPINLOCK(try_a);
static DEFINE_RAW_SPINLOCK(try_b);

void try_forward(void)
{
	if (!raw_spin_trylock(&try_a))
		return;
	raw_spin_unlock(&try_a);
	raw_spin_lock(&try_b);
	raw_spin_unlock(&try_b);
}

void try_backward(void)
{
	raw_spin_lock(&try_b);
	raw_spin_lock(&try_a);
	raw_spin_unlock(&try_a);
	raw_spin_unlock(&try_b);
}

static DEFINE_RAW_SPINLOCK(try_bh_a);
static DEFINE_RAW_SPINLOCK(try_bh_b);

void try_bh_forward(void)
{
	if (!raw_spin_trylock_bh(&try_bh_a))
		return;
	raw_spin_unlock_bh(&try_bh_a);
	raw_spin_lock(&try_bh_b);
	raw_spin_unlock(&try_bh_b);
}

void try_bh_backward(void)
{
	raw_spin_lock(&try_bh_b);
	raw_spin_lock_bh(&try_bh_a);
	raw_spin_unlock_bh(&try_bh_a);
	raw_spin_unlock(&try_bh_b);
}

static DEFINE_RAW_SPINLOCK(try_irq_a);
static DEFINE_RAW_SPINLOCK(try_irq_b);

void try_irq_forward(void)
{
	if (!raw_spin_trylock_irq(&try_irq_a))
		return;
	raw_spin_unlock_irq(&try_irq_a);
	raw_spin_lock(&try_irq_b);
	raw_spin_unlock(&try_irq_b);
}

void try_irq_backward(void)
{
	raw_spin_lock(&try_irq_b);
	raw_spin_lock_irq(&try_irq_a);
	raw_spin_unlock_irq(&try_irq_a);
	raw_spin_unlock(&try_irq_b);
}

static DEFINE_RAW_SPINLOCK(try_irqsave_a);
static DEFINE_RAW_SPINLOCK(try_irqsave_b);

void try_irqsave_forward(void)
{
	unsigned long flags;

	if (!raw_spin_trylock_irqsave(&try_irqsave_a, flags))
		return;
	raw_spin_unlock_irqrestore(&try_irqsave_a, flags);
	raw_spin_lock(&try_irqsave_b);
	raw_spin_unlock(&try_irqsave_b);
}

void try_irqsave_backward(void)
{
	raw_spin_lock(&try_irqsave_b);
	raw_spin_lock(&try_irqsave_a);
	raw_spin_unlock(&try_irqsave_a);
	raw_spin_unlock(&try_irqsave_b);
}
