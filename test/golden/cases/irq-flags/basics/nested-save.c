// Two spinlocks save the interrupt flag in the same variable.
#include "kernel.h"
static DEFINE_SPINLOCK(ring);
static DEFINE_SPINLOCK(stats);

void ring_push(void)
{
	unsigned long flags;

	spin_lock_irqsave(&ring, flags);	// 1.1 holds hardirqs-off
	spin_lock_irqsave(&stats, flags);	// 1.2 holds hardirqs-off
						// BUG irq-flags: hardirqs-off
	spin_unlock_irqrestore(&stats, flags);
	spin_unlock_irqrestore(&ring, flags);
}
