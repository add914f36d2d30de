// The helper waits for room with the ring's lock held.
#include "kernel.h"
struct ring {
	spinlock_t lock;
	bool full;
};
static DEFINE_SPINLOCK(reader_lock);

static noinline void wait_for_room(struct ring *ring)
{
	spin_lock(&reader_lock);	// 2.3 wants reader_lock
	ring->full = false;
	spin_unlock(&reader_lock);
}

void ring_write(struct ring *ring)
{
	spin_lock(&ring->lock);		// 2.1 holds ring.lock
	if (ring->full)
		wait_for_room(ring);	// 2.2 calls wait_for_room
	spin_unlock(&ring->lock);
}

void ring_read(struct ring *ring)
{
	spin_lock(&reader_lock);	// 1.1 holds reader_lock
	spin_lock(&ring->lock);		// 1.2 wants ring.lock
					// BUG lock-order: reader_lock -> ring.lock -> reader_lock
	spin_unlock(&ring->lock);
	spin_unlock(&reader_lock);
}
