// Every way to take a local lock, given back before the spinlock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/local_lock.h>

static DEFINE_PER_CPU(local_lock_t, plain_a) = INIT_LOCAL_LOCK(plain_a);
static DEFINE_SPINLOCK(plain_b);

void plain_forward(void)
{
	local_lock(&plain_a);
	local_unlock(&plain_a);
	spin_lock(&plain_b);
	spin_unlock(&plain_b);
}

void plain_backward(void)
{
	spin_lock(&plain_b);
	local_lock(&plain_a);
	local_unlock(&plain_a);
	spin_unlock(&plain_b);
}

static DEFINE_PER_CPU(local_lock_t, irq_a) = INIT_LOCAL_LOCK(irq_a);
static DEFINE_SPINLOCK(irq_b);

void irq_forward(void)
{
	local_lock_irq(&irq_a);
	local_unlock_irq(&irq_a);
	spin_lock(&irq_b);
	spin_unlock(&irq_b);
}

void irq_backward(void)
{
	spin_lock(&irq_b);
	local_lock_irq(&irq_a);
	local_unlock_irq(&irq_a);
	spin_unlock(&irq_b);
}

static DEFINE_PER_CPU(local_lock_t, irqsave_a) = INIT_LOCAL_LOCK(irqsave_a);
static DEFINE_SPINLOCK(irqsave_b);

void irqsave_forward(void)
{
	unsigned long flags;

	local_lock_irqsave(&irqsave_a, flags);
	local_unlock_irqrestore(&irqsave_a, flags);
	spin_lock(&irqsave_b);
	spin_unlock(&irqsave_b);
}

void irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&irqsave_b);
	local_lock_irqsave(&irqsave_a, flags);
	local_unlock_irqrestore(&irqsave_a, flags);
	spin_unlock(&irqsave_b);
}

static DEFINE_PER_CPU(local_lock_t, nested_bh_a) = INIT_LOCAL_LOCK(nested_bh_a);
static DEFINE_SPINLOCK(nested_bh_b);

void nested_bh_forward(void)
{
	local_lock_nested_bh(&nested_bh_a);
	local_unlock_nested_bh(&nested_bh_a);
	spin_lock(&nested_bh_b);
	spin_unlock(&nested_bh_b);
}

void nested_bh_backward(void)
{
	spin_lock(&nested_bh_b);
	local_lock_nested_bh(&nested_bh_a);
	local_unlock_nested_bh(&nested_bh_a);
	spin_unlock(&nested_bh_b);
}

static DEFINE_PER_CPU(local_lock_t, inside_a) = INIT_LOCAL_LOCK(inside_a);
static DEFINE_SPINLOCK(inside_b);

void inside_forward(void)
{
	__local_lock(&inside_a);
	__local_unlock(&inside_a);
	spin_lock(&inside_b);
	spin_unlock(&inside_b);
}

void inside_backward(void)
{
	spin_lock(&inside_b);
	__local_lock(&inside_a);
	__local_unlock(&inside_a);
	spin_unlock(&inside_b);
}

static DEFINE_PER_CPU(local_lock_t, inside_irq_a) = INIT_LOCAL_LOCK(inside_irq_a);
static DEFINE_SPINLOCK(inside_irq_b);

void inside_irq_forward(void)
{
	__local_lock_irq(&inside_irq_a);
	__local_unlock_irq(&inside_irq_a);
	spin_lock(&inside_irq_b);
	spin_unlock(&inside_irq_b);
}

void inside_irq_backward(void)
{
	spin_lock(&inside_irq_b);
	__local_lock_irq(&inside_irq_a);
	__local_unlock_irq(&inside_irq_a);
	spin_unlock(&inside_irq_b);
}

static DEFINE_PER_CPU(local_lock_t, inside_irqsave_a) = INIT_LOCAL_LOCK(inside_irqsave_a);
static DEFINE_SPINLOCK(inside_irqsave_b);

void inside_irqsave_forward(void)
{
	unsigned long flags;

	__local_lock_irqsave(&inside_irqsave_a, flags);
	__local_unlock_irqrestore(&inside_irqsave_a, flags);
	spin_lock(&inside_irqsave_b);
	spin_unlock(&inside_irqsave_b);
}

void inside_irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&inside_irqsave_b);
	__local_lock_irqsave(&inside_irqsave_a, flags);
	__local_unlock_irqrestore(&inside_irqsave_a, flags);
	spin_unlock(&inside_irqsave_b);
}

static DEFINE_PER_CPU(local_lock_t, inside_nested_bh_a) = INIT_LOCAL_LOCK(inside_nested_bh_a);
static DEFINE_SPINLOCK(inside_nested_bh_b);

void inside_nested_bh_forward(void)
{
	__local_lock_nested_bh(&inside_nested_bh_a);
	__local_unlock_nested_bh(&inside_nested_bh_a);
	spin_lock(&inside_nested_bh_b);
	spin_unlock(&inside_nested_bh_b);
}

void inside_nested_bh_backward(void)
{
	spin_lock(&inside_nested_bh_b);
	__local_lock_nested_bh(&inside_nested_bh_a);
	__local_unlock_nested_bh(&inside_nested_bh_a);
	spin_unlock(&inside_nested_bh_b);
}
