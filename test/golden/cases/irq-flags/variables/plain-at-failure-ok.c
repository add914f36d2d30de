// Where the function fails interrupts are restored, too.
// CLEAN
#include "kernel.h"
struct ring {
	spinlock_t lock;
	int room;
};

int ring_reserve(struct ring *ring)
{
	unsigned long flags;

	spin_lock_irqsave(&ring->lock, flags);
	if (!ring->room) {
		spin_unlock_irqrestore(&ring->lock, flags);
		return -ENOSPC;
	}
	ring->room--;
	spin_unlock_irqrestore(&ring->lock, flags);
	return 0;
}
