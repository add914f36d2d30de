// Every guard() of a local lock: held over a spinlock, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/local_lock.h>

static DEFINE_PER_CPU(local_lock_t, local_a) = INIT_LOCAL_LOCK(local_a);
static DEFINE_SPINLOCK(local_b);

void local_forward(void)
{
	guard(local_lock)(&local_a);	// local1.1 calls class_local_lock_constructor
					// local1.2 holds local_a@local_lock.c in local_lock.h
	spin_lock(&local_b);		// local1.3 wants local_b@local_lock.c
					// BUG[local] lock-order: local_a@local_lock.c -> local_b@local_lock.c -> local_a@local_lock.c
	spin_unlock(&local_b);
}

void local_backward(void)
{
	spin_lock(&local_b);		// local2.1 holds local_b@local_lock.c
	{
		guard(local_lock)(&local_a);	// local2.2 calls class_local_lock_constructor
					// local2.3 wants local_a@local_lock.c in local_lock.h
	}
	spin_unlock(&local_b);
}

static DEFINE_PER_CPU(local_lock_t, local_irq_a) = INIT_LOCAL_LOCK(local_irq_a);
static DEFINE_SPINLOCK(local_irq_b);

void local_irq_forward(void)
{
	guard(local_lock_irq)(&local_irq_a);	// local_irq1.1 calls class_local_lock_irq_constructor
					// local_irq1.2 holds local_irq_a@local_lock.c in local_lock.h
	spin_lock(&local_irq_b);		// local_irq1.3 wants local_irq_b@local_lock.c
					// BUG[local_irq] lock-order: local_irq_a@local_lock.c -> local_irq_b@local_lock.c -> local_irq_a@local_lock.c
	spin_unlock(&local_irq_b);
}

void local_irq_backward(void)
{
	spin_lock(&local_irq_b);		// local_irq2.1 holds local_irq_b@local_lock.c
	{
		guard(local_lock_irq)(&local_irq_a);	// local_irq2.2 calls class_local_lock_irq_constructor
					// local_irq2.3 wants local_irq_a@local_lock.c in local_lock.h
	}
	spin_unlock(&local_irq_b);
}

static DEFINE_PER_CPU(local_lock_t, local_irqsave_a) = INIT_LOCAL_LOCK(local_irqsave_a);
static DEFINE_SPINLOCK(local_irqsave_b);

void local_irqsave_forward(void)
{
	guard(local_lock_irqsave)(&local_irqsave_a);	// local_irqsave1.1 calls class_local_lock_irqsave_constructor
					// local_irqsave1.2 holds local_irqsave_a@local_lock.c in local_lock.h
	spin_lock(&local_irqsave_b);		// local_irqsave1.3 wants local_irqsave_b@local_lock.c
					// BUG[local_irqsave] lock-order: local_irqsave_a@local_lock.c -> local_irqsave_b@local_lock.c -> local_irqsave_a@local_lock.c
	spin_unlock(&local_irqsave_b);
}

void local_irqsave_backward(void)
{
	spin_lock(&local_irqsave_b);		// local_irqsave2.1 holds local_irqsave_b@local_lock.c
	{
		guard(local_lock_irqsave)(&local_irqsave_a);	// local_irqsave2.2 calls class_local_lock_irqsave_constructor
					// local_irqsave2.3 wants local_irqsave_a@local_lock.c in local_lock.h
	}
	spin_unlock(&local_irqsave_b);
}

static DEFINE_PER_CPU(local_lock_t, local_nested_bh_a) = INIT_LOCAL_LOCK(local_nested_bh_a);
static DEFINE_SPINLOCK(local_nested_bh_b);

void local_nested_bh_forward(void)
{
	guard(local_lock_nested_bh)(&local_nested_bh_a);	// local_nested_bh1.1 calls class_local_lock_nested_bh_constructor
					// local_nested_bh1.2 holds local_nested_bh_a@local_lock.c in local_lock.h
	spin_lock(&local_nested_bh_b);		// local_nested_bh1.3 wants local_nested_bh_b@local_lock.c
					// BUG[local_nested_bh] lock-order: local_nested_bh_a@local_lock.c -> local_nested_bh_b@local_lock.c -> local_nested_bh_a@local_lock.c
	spin_unlock(&local_nested_bh_b);
}

void local_nested_bh_backward(void)
{
	spin_lock(&local_nested_bh_b);		// local_nested_bh2.1 holds local_nested_bh_b@local_lock.c
	{
		guard(local_lock_nested_bh)(&local_nested_bh_a);	// local_nested_bh2.2 calls class_local_lock_nested_bh_constructor
					// local_nested_bh2.3 wants local_nested_bh_a@local_lock.c in local_lock.h
	}
	spin_unlock(&local_nested_bh_b);
}
