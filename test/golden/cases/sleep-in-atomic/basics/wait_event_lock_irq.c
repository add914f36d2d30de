// The waiter keeps the spinlock under which it asks for space.
#include "kernel.h"
#include "ring.h"

void ring_reserve(struct ring *ring)
{
	spin_lock_irq(&ring->lock);	// 1.1 holds ring.lock
	wait_event(ring->wait, ring->space > 0);	// 1.2 sleeps wait_event()
					// BUG sleep-in-atomic: wait_event() in ring.lock
	ring->space--;
	spin_unlock_irq(&ring->lock);
}
//--- ring.h
struct ring {
	spinlock_t lock;
	wait_queue_head_t wait;
	int space;
};
