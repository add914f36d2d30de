// Two spinlocks save the interrupt flag in a variable each.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(ring);
static DEFINE_SPINLOCK(stats);

void ring_push(void)
{
	unsigned long flags, inner;

	spin_lock_irqsave(&ring, flags);
	spin_lock_irqsave(&stats, inner);
	spin_unlock_irqrestore(&stats, inner);
	spin_unlock_irqrestore(&ring, flags);
}
