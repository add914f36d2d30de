// A void function returns early when there is nothing to send, and gives the spinlock back first.
// CLEAN
#include "kernel.h"
struct tx_ring {
	spinlock_t lock;
	unsigned int head, tail;
	int kicks;
};

void tx_kick(struct tx_ring *ring)
{
	spin_lock(&ring->lock);
	if (ring->head == ring->tail) {
		spin_unlock(&ring->lock);
		return;
	}
	ring->kicks++;
	spin_unlock(&ring->lock);
}
