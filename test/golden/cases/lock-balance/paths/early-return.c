// A void function returns early with the spinlock held when there is nothing to send.
#include "kernel.h"
struct tx_ring {
	spinlock_t lock;
	unsigned int head, tail;
	int kicks;
};

void tx_kick(struct tx_ring *ring)
{
	spin_lock(&ring->lock);		// 1.1 holds tx_ring.lock
	if (ring->head == ring->tail)
		return;
					// BUG lock-balance: tx_ring.lock
	ring->kicks++;
	spin_unlock(&ring->lock);	// 2.1 releases tx_ring.lock
}
