// The waiter gives back while it waits the spinlock under which it asks for space.
// CLEAN
#include "kernel.h"
#include "ring.h"

void ring_reserve(struct ring *ring)
{
	spin_lock_irq(&ring->lock);
	wait_event_lock_irq(ring->wait, ring->space > 0, ring->lock);
	ring->space--;
	spin_unlock_irq(&ring->lock);
}
//--- ring.h
struct ring {
	spinlock_t lock;
	wait_queue_head_t wait;
	int space;
};
