// Every way to take a spinlock, given back before the other one is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"

static DEFINE_SPINLOCK(plain_a);
static DEFINE_SPINLOCK(plain_b);

void plain_forward(void)
{
	spin_lock(&plain_a);
	spin_unlock(&plain_a);
	spin_lock(&plain_b);
	spin_unlock(&plain_b);
}

void plain_backward(void)
{
	spin_lock(&plain_b);
	spin_lock(&plain_a);
	spin_unlock(&plain_a);
	spin_unlock(&plain_b);
}

static DEFINE_SPINLOCK(irq_a);
static DEFINE_SPINLOCK(irq_b);

void irq_forward(void)
{
	spin_lock_irq(&irq_a);
	spin_unlock_irq(&irq_a);
	spin_lock(&irq_b);
	spin_unlock(&irq_b);
}

void irq_backward(void)
{
	spin_lock(&irq_b);
	spin_lock_irq(&irq_a);
	spin_unlock_irq(&irq_a);
	spin_unlock(&irq_b);
}

static DEFINE_SPINLOCK(bh_a);
static DEFINE_SPINLOCK(bh_b);

void bh_forward(void)
{
	spin_lock_bh(&bh_a);
	spin_unlock_bh(&bh_a);
	spin_lock(&bh_b);
	spin_unlock(&bh_b);
}

void bh_backward(void)
{
	spin_lock(&bh_b);
	spin_lock_bh(&bh_a);
	spin_unlock_bh(&bh_a);
	spin_unlock(&bh_b);
}

static DEFINE_SPINLOCK(irqsave_a);
static DEFINE_SPINLOCK(irqsave_b);

void irqsave_forward(void)
{
	unsigned long flags;

	spin_lock_irqsave(&irqsave_a, flags);
	spin_unlock_irqrestore(&irqsave_a, flags);
	spin_lock(&irqsave_b);
	spin_unlock(&irqsave_b);
}

void irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&irqsave_b);
	spin_lock_irqsave(&irqsave_a, flags);
	spin_unlock_irqrestore(&irqsave_a, flags);
	spin_unlock(&irqsave_b);
}

static DEFINE_SPINLOCK(nested_a);
static DEFINE_SPINLOCK(nested_b);

void nested_forward(void)
{
	spin_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);
	spin_unlock(&nested_a);
	spin_lock(&nested_b);
	spin_unlock(&nested_b);
}

void nested_backward(void)
{
	spin_lock(&nested_b);
	spin_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);
	spin_unlock(&nested_a);
	spin_unlock(&nested_b);
}

static DEFINE_SPINLOCK(try_a);
static DEFINE_SPINLOCK(try_b);

void try_forward(void)
{
	if (!spin_trylock(&try_a))
		return;
	spin_unlock(&try_a);
	spin_lock(&try_b);
	spin_unlock(&try_b);
}

void try_backward(void)
{
	spin_lock(&try_b);
	spin_lock(&try_a);
	spin_unlock(&try_a);
	spin_unlock(&try_b);
}

static DEFINE_SPINLOCK(try_bh_a);
static DEFINE_SPINLOCK(try_bh_b);

void try_bh_forward(void)
{
	if (!spin_trylock_bh(&try_bh_a))
		return;
	spin_unlock_bh(&try_bh_a);
	spin_lock(&try_bh_b);
	spin_unlock(&try_bh_b);
}

void try_bh_backward(void)
{
	spin_lock(&try_bh_b);
	spin_lock_bh(&try_bh_a);
	spin_unlock_bh(&try_bh_a);
	spin_unlock(&try_bh_b);
}

static DEFINE_SPINLOCK(try_irq_a);
static DEFINE_SPINLOCK(try_irq_b);

void try_irq_forward(void)
{
	if (!spin_trylock_irq(&try_irq_a))
		return;
	spin_unlock_irq(&try_irq_a);
	spin_lock(&try_irq_b);
	spin_unlock(&try_irq_b);
}

void try_irq_backward(void)
{
	spin_lock(&try_irq_b);
	spin_lock_irq(&try_irq_a);
	spin_unlock_irq(&try_irq_a);
	spin_unlock(&try_irq_b);
}

static DEFINE_SPINLOCK(try_irqsave_a);
static DEFINE_SPINLOCK(try_irqsave_b);

void try_irqsave_forward(void)
{
	unsigned long flags;

	if (!spin_trylock_irqsave(&try_irqsave_a, flags))
		return;
	spin_unlock_irqrestore(&try_irqsave_a, flags);
	spin_lock(&try_irqsave_b);
	spin_unlock(&try_irqsave_b);
}

void try_irqsave_backward(void)
{
	spin_lock(&try_irqsave_b);
	spin_lock(&try_irqsave_a);
	spin_unlock(&try_irqsave_a);
	spin_unlock(&try_irqsave_b);
}
