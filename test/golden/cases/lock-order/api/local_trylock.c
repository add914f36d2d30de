// Since 6.15 a local lock may be tried: held over a spinlock.
// CONFIGS: all
#include "kernel.h"
#include <linux/local_lock.h>

bool is_free(local_lock_t __percpu *lock);
#define local_trylock(lock) is_free(lock)
#define local_trylock_irqsave(lock, flags) ({ local_irq_save(flags); is_free(lock); })

static DEFINE_PER_CPU(local_lock_t, plain_a) = INIT_LOCAL_LOCK(plain_a);
static DEFINE_SPINLOCK(plain_b);

void plain_forward(void)
{
	if (!local_trylock(&plain_a))	// plain1.1 holds plain_a
		return;
	spin_lock(&plain_b);	// plain1.2 wants plain_b
					// BUG[plain] lock-order: plain_a -> plain_b -> plain_a
	spin_unlock(&plain_b);
	local_unlock(&plain_a);
}

void plain_backward(void)
{
	spin_lock(&plain_b);	// plain2.1 holds plain_b
	local_lock(&plain_a);	// plain2.2 wants plain_a
	local_unlock(&plain_a);
	spin_unlock(&plain_b);
}

static DEFINE_PER_CPU(local_lock_t, irqsave_a) = INIT_LOCAL_LOCK(irqsave_a);
static DEFINE_SPINLOCK(irqsave_b);

void irqsave_forward(void)
{
	unsigned long flags;

	if (!local_trylock_irqsave(&irqsave_a, flags))	// irqsave1.1 holds irqsave_a
		return;
	spin_lock(&irqsave_b);	// irqsave1.2 wants irqsave_b
					// BUG[irqsave] lock-order: irqsave_a -> irqsave_b -> irqsave_a
	spin_unlock(&irqsave_b);
	local_unlock_irqrestore(&irqsave_a, flags);
}

void irqsave_backward(void)
{
	unsigned long flags;

	spin_lock(&irqsave_b);	// irqsave2.1 holds irqsave_b
	local_lock_irqsave(&irqsave_a, flags);	// irqsave2.2 wants irqsave_a
	local_unlock_irqrestore(&irqsave_a, flags);
	spin_unlock(&irqsave_b);
}
