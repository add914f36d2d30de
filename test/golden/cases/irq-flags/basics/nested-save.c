// Two spinlocks save the interrupt flag in the same variable.
#include "kernel.h"
static DEFINE_SPINLOCK(ring);
static DEFINE_SPINLOCK(stats);

void ring_push(void)
{
	unsigned long flags;

	spin_lock_irqsave(&ring, flags);
	spin_lock_irqsave(&stats, flags);
						// MISS irq-flags: what the macro assigns to the
						//    variable after saving hides what was saved
	spin_unlock_irqrestore(&stats, flags);
	spin_unlock_irqrestore(&ring, flags);
}
