// Every way to take a spinlock: held over another one, and waited for under it.
// CONFIGS: all
#include "kernel.h"

static DEFINE_SPINLOCK(plain_a);
static DEFINE_SPINLOCK(plain_b);

void plain_forward(void)
{
	spin_lock(&plain_a);		// plain1.1 holds plain_a
	spin_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a -> plain_b -> plain_a
	spin_unlock(&plain_b);
	spin_unlock(&plain_a);
}

void plain_backward(void)
{
	spin_lock(&plain_b);		// plain2.1 holds plain_b
	spin_lock(&plain_a);		// plain2.2 wants plain_a
	spin_unlock(&plain_a);
	spin_unlock(&plain_b);
}

static DEFINE_SPINLOCK(irq_a);
static DEFINE_SPINLOCK(irq_b);

void irq_forward(void)
{
	spin_lock_irq(&irq_a);		// irq1.1 holds irq_a
	spin_lock(&irq_b);		// irq1.2 wants irq_b
					// BUG[irq] lock-order: irq_a -> irq_b -> irq_a
	spin_unlock(&irq_b);
	spin_unlock_irq(&irq_a);
}

void irq_backward(void)
{
	spin_lock(&irq_b);		// irq2.1 holds irq_b
	spin_lock_irq(&irq_a);		// irq2.2 wants irq_a
	spin_unlock_irq(&irq_a);
	spin_unlock(&irq_b);
}

static DEFINE_SPINLOCK(bh_a);
static DEFINE_SPINLOCK(bh_b);

void bh_forward(void)
{
	spin_lock_bh(&bh_a);		// bh1.1 holds bh_a
	spin_lock(&bh_b);		// bh1.2 wants bh_b
					// BUG[bh] lock-order: bh_a -> bh_b -> bh_a
	spin_unlock(&bh_b);
	spin_unlock_bh(&bh_a);
}

void bh_backward(void)
{
	spin_lock(&bh_b);		// bh2.1 holds bh_b
	spin_lock_bh(&bh_a);		// bh2.2 wants bh_a
	spin_unlock_bh(&bh_a);
	spin_unlock(&bh_b);
}

static DEFINE_SPINLOCK(irqsave_a);
static DEFINE_SPINLOCK(irqsave_b);

void irqsave_forward(void)
{
	unsigned long flags;

	spin_lock_irqsave(&irqsave_a, flags);	// irqsave1.1 holds irqsave_a
	spin_lock(&irqsave_b);		// irqsave1.2 wants irqsave_b
					// BUG[irqsave] lock-order: irqsave_a -> irqsave_b -> irqsave_a
	spin_unlock(&irqsave_b);
	spin_unlock_irqrestore(&irqsave_a, flags);
}

void irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&irqsave_b);		// irqsave2.1 holds irqsave_b
	spin_lock_irqsave(&irqsave_a, flags);	// irqsave2.2 wants irqsave_a
	spin_unlock_irqrestore(&irqsave_a, flags);
	spin_unlock(&irqsave_b);
}

static DEFINE_SPINLOCK(nested_a);
static DEFINE_SPINLOCK(nested_b);

void nested_forward(void)
{
	spin_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);	// nested1.1 holds nested_a/1
	spin_lock(&nested_b);		// nested1.2 wants nested_b
					// BUG[nested] lock-order: nested_a/1 -> nested_b -> nested_a/1
	spin_unlock(&nested_b);
	spin_unlock(&nested_a);
}

void nested_backward(void)
{
	spin_lock(&nested_b);		// nested2.1 holds nested_b
	spin_lock_nested(&nested_a, SINGLE_DEPTH_NESTING);	// nested2.2 wants nested_a/1
	spin_unlock(&nested_a);
	spin_unlock(&nested_b);
}

static DEFINE_SPINLOCK(try_a);
static DEFINE_SPINLOCK(try_b);

void try_forward(void)
{
	if (!spin_trylock(&try_a))	// try1.1 holds try_a
		return;
	spin_lock(&try_b);		// try1.2 wants try_b
					// BUG[try] lock-order: try_a -> try_b -> try_a
	spin_unlock(&try_b);
	spin_unlock(&try_a);
}

void try_backward(void)
{
	spin_lock(&try_b);		// try2.1 holds try_b
	spin_lock(&try_a);		// try2.2 wants try_a
	spin_unlock(&try_a);
	spin_unlock(&try_b);
}

static DEFINE_SPINLOCK(try_bh_a);
static DEFINE_SPINLOCK(try_bh_b);

void try_bh_forward(void)
{
	if (!spin_trylock_bh(&try_bh_a))	// try_bh1.1 holds try_bh_a
		return;
	spin_lock(&try_bh_b);		// try_bh1.2 wants try_bh_b
					// BUG[try_bh] lock-order: try_bh_a -> try_bh_b -> try_bh_a
	spin_unlock(&try_bh_b);
	spin_unlock_bh(&try_bh_a);
}

void try_bh_backward(void)
{
	spin_lock(&try_bh_b);		// try_bh2.1 holds try_bh_b
	spin_lock_bh(&try_bh_a);	// try_bh2.2 wants try_bh_a
	spin_unlock_bh(&try_bh_a);
	spin_unlock(&try_bh_b);
}

static DEFINE_SPINLOCK(try_irq_a);
static DEFINE_SPINLOCK(try_irq_b);

void try_irq_forward(void)
{
	if (!spin_trylock_irq(&try_irq_a))	// try_irq1.1 holds try_irq_a
		return;
	spin_lock(&try_irq_b);		// try_irq1.2 wants try_irq_b
					// BUG[try_irq] lock-order: try_irq_a -> try_irq_b -> try_irq_a
	spin_unlock(&try_irq_b);
	spin_unlock_irq(&try_irq_a);
}

void try_irq_backward(void)
{
	spin_lock(&try_irq_b);		// try_irq2.1 holds try_irq_b
	spin_lock_irq(&try_irq_a);	// try_irq2.2 wants try_irq_a
	spin_unlock_irq(&try_irq_a);
	spin_unlock(&try_irq_b);
}

static DEFINE_SPINLOCK(try_irqsave_a);
static DEFINE_SPINLOCK(try_irqsave_b);

void try_irqsave_forward(void)
{
	unsigned long flags;

	if (!spin_trylock_irqsave(&try_irqsave_a, flags))	// try_irqsave1.1 holds try_irqsave_a
		return;
	spin_lock(&try_irqsave_b);	// try_irqsave1.2 wants try_irqsave_b
					// BUG[try_irqsave] lock-order: try_irqsave_a -> try_irqsave_b -> try_irqsave_a
	spin_unlock(&try_irqsave_b);
	spin_unlock_irqrestore(&try_irqsave_a, flags);
}

void try_irqsave_backward(void)
{
	spin_lock(&try_irqsave_b);	// try_irqsave2.1 holds try_irqsave_b
	spin_lock(&try_irqsave_a);	// try_irqsave2.2 wants try_irqsave_a
	spin_unlock(&try_irqsave_a);
	spin_unlock(&try_irqsave_b);
}
