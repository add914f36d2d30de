// A void function returns early with the spinlock held when there is nothing to send.
#include "kernel.h" // MISS lock-balance: x
struct tx_ring {
	spinlock_t lock;
	unsigned int head, tail;
	int kicks;
};

void tx_kick(struct tx_ring *ring)
{
	spin_lock(&ring->lock);
	if (ring->head == ring->tail)
		return;
	ring->kicks++;
	spin_unlock(&ring->lock);
}
