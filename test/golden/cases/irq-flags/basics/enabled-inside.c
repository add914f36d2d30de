// An inner lock enables interrupts while the outer one wants them off.
#include "kernel.h"
static DEFINE_SPINLOCK(ring);
static DEFINE_SPINLOCK(stats);

void ring_push(void)
{
	unsigned long flags;

	spin_lock_irqsave(&ring, flags);	// 1.1 holds hardirqs-off
	spin_lock_irq(&stats);
	spin_unlock_irq(&stats);		// 1.2 releases hardirqs-off
						// BUG irq-flags: hardirqs-off
	spin_unlock_irqrestore(&ring, flags);
}
