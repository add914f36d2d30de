// Every way to take a local lock: held over a spinlock, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/local_lock.h>

static DEFINE_PER_CPU(local_lock_t, plain_a) = INIT_LOCAL_LOCK(plain_a);
static DEFINE_SPINLOCK(plain_b);

void plain_forward(void)
{
	local_lock(&plain_a);		// plain1.1 holds plain_a
	spin_lock(&plain_b);		// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a -> plain_b -> plain_a
	spin_unlock(&plain_b);
	local_unlock(&plain_a);
}

void plain_backward(void)
{
	spin_lock(&plain_b);		// plain2.1 holds plain_b
	local_lock(&plain_a);		// plain2.2 wants plain_a
	local_unlock(&plain_a);
	spin_unlock(&plain_b);
}

static DEFINE_PER_CPU(local_lock_t, irq_a) = INIT_LOCAL_LOCK(irq_a);
static DEFINE_SPINLOCK(irq_b);

void irq_forward(void)
{
	local_lock_irq(&irq_a);		// irq1.1 holds irq_a
	spin_lock(&irq_b);		// irq1.2 wants irq_b
					// BUG[irq] lock-order: irq_a -> irq_b -> irq_a
	spin_unlock(&irq_b);
	local_unlock_irq(&irq_a);
}

void irq_backward(void)
{
	spin_lock(&irq_b);		// irq2.1 holds irq_b
	local_lock_irq(&irq_a);		// irq2.2 wants irq_a
	local_unlock_irq(&irq_a);
	spin_unlock(&irq_b);
}

static DEFINE_PER_CPU(local_lock_t, irqsave_a) = INIT_LOCAL_LOCK(irqsave_a);
static DEFINE_SPINLOCK(irqsave_b);

void irqsave_forward(void)
{
	unsigned long flags;

	local_lock_irqsave(&irqsave_a, flags);	// irqsave1.1 holds irqsave_a
	spin_lock(&irqsave_b);		// irqsave1.2 wants irqsave_b
					// BUG[irqsave] lock-order: irqsave_a -> irqsave_b -> irqsave_a
	spin_unlock(&irqsave_b);
	local_unlock_irqrestore(&irqsave_a, flags);
}

void irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&irqsave_b);		// irqsave2.1 holds irqsave_b
	local_lock_irqsave(&irqsave_a, flags);	// irqsave2.2 wants irqsave_a
	local_unlock_irqrestore(&irqsave_a, flags);
	spin_unlock(&irqsave_b);
}

static DEFINE_PER_CPU(local_lock_t, nested_bh_a) = INIT_LOCAL_LOCK(nested_bh_a);
static DEFINE_SPINLOCK(nested_bh_b);

void nested_bh_forward(void)
{
	local_lock_nested_bh(&nested_bh_a);	// nested_bh1.1 holds nested_bh_a
	spin_lock(&nested_bh_b);	// nested_bh1.2 wants nested_bh_b
					// BUG[nested_bh] lock-order: nested_bh_a -> nested_bh_b -> nested_bh_a
	spin_unlock(&nested_bh_b);
	local_unlock_nested_bh(&nested_bh_a);
}

void nested_bh_backward(void)
{
	spin_lock(&nested_bh_b);	// nested_bh2.1 holds nested_bh_b
	local_lock_nested_bh(&nested_bh_a);	// nested_bh2.2 wants nested_bh_a
	local_unlock_nested_bh(&nested_bh_a);
	spin_unlock(&nested_bh_b);
}

static DEFINE_PER_CPU(local_lock_t, inside_a) = INIT_LOCAL_LOCK(inside_a);
static DEFINE_SPINLOCK(inside_b);

void inside_forward(void)
{
	__local_lock(&inside_a);	// inside1.1 holds inside_a
	spin_lock(&inside_b);		// inside1.2 wants inside_b
					// BUG[inside] lock-order: inside_a -> inside_b -> inside_a
	spin_unlock(&inside_b);
	__local_unlock(&inside_a);
}

void inside_backward(void)
{
	spin_lock(&inside_b);		// inside2.1 holds inside_b
	__local_lock(&inside_a);	// inside2.2 wants inside_a
	__local_unlock(&inside_a);
	spin_unlock(&inside_b);
}

static DEFINE_PER_CPU(local_lock_t, inside_irq_a) = INIT_LOCAL_LOCK(inside_irq_a);
static DEFINE_SPINLOCK(inside_irq_b);

void inside_irq_forward(void)
{
	__local_lock_irq(&inside_irq_a);	// inside_irq1.1 holds inside_irq_a
	spin_lock(&inside_irq_b);	// inside_irq1.2 wants inside_irq_b
					// BUG[inside_irq] lock-order: inside_irq_a -> inside_irq_b -> inside_irq_a
	spin_unlock(&inside_irq_b);
	__local_unlock_irq(&inside_irq_a);
}

void inside_irq_backward(void)
{
	spin_lock(&inside_irq_b);	// inside_irq2.1 holds inside_irq_b
	__local_lock_irq(&inside_irq_a);	// inside_irq2.2 wants inside_irq_a
	__local_unlock_irq(&inside_irq_a);
	spin_unlock(&inside_irq_b);
}

static DEFINE_PER_CPU(local_lock_t, inside_irqsave_a) = INIT_LOCAL_LOCK(inside_irqsave_a);
static DEFINE_SPINLOCK(inside_irqsave_b);

void inside_irqsave_forward(void)
{
	unsigned long flags;

	__local_lock_irqsave(&inside_irqsave_a, flags);	// inside_irqsave1.1 holds inside_irqsave_a
	spin_lock(&inside_irqsave_b);	// inside_irqsave1.2 wants inside_irqsave_b
					// BUG[inside_irqsave] lock-order: inside_irqsave_a -> inside_irqsave_b -> inside_irqsave_a
	spin_unlock(&inside_irqsave_b);
	__local_unlock_irqrestore(&inside_irqsave_a, flags);
}

void inside_irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&inside_irqsave_b);	// inside_irqsave2.1 holds inside_irqsave_b
	__local_lock_irqsave(&inside_irqsave_a, flags);	// inside_irqsave2.2 wants inside_irqsave_a
	__local_unlock_irqrestore(&inside_irqsave_a, flags);
	spin_unlock(&inside_irqsave_b);
}

static DEFINE_PER_CPU(local_lock_t, inside_nested_bh_a) = INIT_LOCAL_LOCK(inside_nested_bh_a);
static DEFINE_SPINLOCK(inside_nested_bh_b);

void inside_nested_bh_forward(void)
{
	__local_lock_nested_bh(&inside_nested_bh_a);	// inside_nested_bh1.1 holds inside_nested_bh_a
	spin_lock(&inside_nested_bh_b);	// inside_nested_bh1.2 wants inside_nested_bh_b
					// BUG[inside_nested_bh] lock-order: inside_nested_bh_a -> inside_nested_bh_b -> inside_nested_bh_a
	spin_unlock(&inside_nested_bh_b);
	__local_unlock_nested_bh(&inside_nested_bh_a);
}

void inside_nested_bh_backward(void)
{
	spin_lock(&inside_nested_bh_b);	// inside_nested_bh2.1 holds inside_nested_bh_b
	__local_lock_nested_bh(&inside_nested_bh_a);	// inside_nested_bh2.2 wants inside_nested_bh_a
	__local_unlock_nested_bh(&inside_nested_bh_a);
	spin_unlock(&inside_nested_bh_b);
}
