// An inner lock leaves the interrupts as the outer one wants them.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(ring);
static DEFINE_SPINLOCK(stats);

void ring_push(void)
{
	unsigned long flags;

	spin_lock_irqsave(&ring, flags);
	spin_lock(&stats);
	spin_unlock(&stats);
	spin_unlock_irqrestore(&ring, flags);
}
