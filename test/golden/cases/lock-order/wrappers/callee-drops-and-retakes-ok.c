// The helper drops the ring's lock while it waits for room, and takes it again.
// CLEAN
#include "kernel.h"
struct ring {
	spinlock_t lock;
	bool full;
};
static DEFINE_SPINLOCK(reader_lock);

static noinline void wait_for_room(struct ring *ring)
{
	spin_unlock(&ring->lock);
	spin_lock(&reader_lock);
	ring->full = false;
	spin_unlock(&reader_lock);
	spin_lock(&ring->lock);
}

void ring_write(struct ring *ring)
{
	spin_lock(&ring->lock);
	if (ring->full)
		wait_for_room(ring);
	spin_unlock(&ring->lock);
}

void ring_read(struct ring *ring)
{
	spin_lock(&reader_lock);
	spin_lock(&ring->lock);
	spin_unlock(&ring->lock);
	spin_unlock(&reader_lock);
}
