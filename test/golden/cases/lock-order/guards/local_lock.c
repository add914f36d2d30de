// Every guard() of a local lock: held over a spinlock, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/local_lock.h>

static DEFINE_PER_CPU(local_lock_t, local_a) = INIT_LOCAL_LOCK(local_a);
static DEFINE_SPINLOCK(local_b);

void local_forward(void)
{
	guard(local_lock)(&local_a);
	spin_lock(&local_b);
					// MISS lock-order: a lock of this processor is lost that came as a parameter
	spin_unlock(&local_b);
}

void local_backward(void)
{
	spin_lock(&local_b);
	{
		guard(local_lock)(&local_a);
	}
	spin_unlock(&local_b);
}

static DEFINE_PER_CPU(local_lock_t, local_irq_a) = INIT_LOCAL_LOCK(local_irq_a);
static DEFINE_SPINLOCK(local_irq_b);

void local_irq_forward(void)
{
	guard(local_lock_irq)(&local_irq_a);
	spin_lock(&local_irq_b);
					// MISS lock-order: a lock of this processor is lost that came as a parameter
	spin_unlock(&local_irq_b);
}

void local_irq_backward(void)
{
	spin_lock(&local_irq_b);
	{
		guard(local_lock_irq)(&local_irq_a);
	}
	spin_unlock(&local_irq_b);
}

static DEFINE_PER_CPU(local_lock_t, local_irqsave_a) = INIT_LOCAL_LOCK(local_irqsave_a);
static DEFINE_SPINLOCK(local_irqsave_b);

void local_irqsave_forward(void)
{
	guard(local_lock_irqsave)(&local_irqsave_a);
	spin_lock(&local_irqsave_b);
					// MISS lock-order: a lock of this processor is lost that came as a parameter
	spin_unlock(&local_irqsave_b);
}

void local_irqsave_backward(void)
{
	spin_lock(&local_irqsave_b);
	{
		guard(local_lock_irqsave)(&local_irqsave_a);
	}
	spin_unlock(&local_irqsave_b);
}

static DEFINE_PER_CPU(local_lock_t, local_nested_bh_a) = INIT_LOCAL_LOCK(local_nested_bh_a);
static DEFINE_SPINLOCK(local_nested_bh_b);

void local_nested_bh_forward(void)
{
	guard(local_lock_nested_bh)(&local_nested_bh_a);
	spin_lock(&local_nested_bh_b);
					// MISS lock-order: a lock of this processor is lost that came as a parameter
	spin_unlock(&local_nested_bh_b);
}

void local_nested_bh_backward(void)
{
	spin_lock(&local_nested_bh_b);
	{
		guard(local_lock_nested_bh)(&local_nested_bh_a);
	}
	spin_unlock(&local_nested_bh_b);
}
