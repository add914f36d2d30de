// Only where the function fails interrupts are enabled, and not restored.
#include "kernel.h"
struct ring {
	spinlock_t lock;
	int room;
};

int ring_reserve(struct ring *ring)
{
	unsigned long flags;

	spin_lock_irqsave(&ring->lock, flags);	// 1.1 holds hardirqs-off
	if (!ring->room) {
		spin_unlock_irq(&ring->lock);	// 1.2 releases hardirqs-off
						// BUG irq-flags low: hardirqs-off; that is right
						//    where interrupts are known to be on before
		return -ENOSPC;
	}
	ring->room--;
	spin_unlock_irqrestore(&ring->lock, flags);
	return 0;
}
