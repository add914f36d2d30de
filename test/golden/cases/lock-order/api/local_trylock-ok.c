// Since 6.15 a local lock may be tried: given back before the spinlock is taken.
// CLEAN
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
	if (!local_trylock(&plain_a))
		return;
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

static DEFINE_PER_CPU(local_lock_t, irqsave_a) = INIT_LOCAL_LOCK(irqsave_a);
static DEFINE_SPINLOCK(irqsave_b);

void irqsave_forward(void)
{
	unsigned long flags;

	if (!local_trylock_irqsave(&irqsave_a, flags))
		return;
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
