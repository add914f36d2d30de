// A ring of the driver's own is embedded in a port; its lock is the same from outside and from inside.
#include "kernel.h"
struct ring {
	spinlock_t lock;
	int head;
};
struct port {
	struct ring rx;
};
static DEFINE_SPINLOCK(ports);

static noinline void ring_push(struct ring *ring)
{
	spin_lock(&ring->lock);			// 1.3 wants ring.lock
	ring->head++;
	spin_unlock(&ring->lock);
}

void port_receive(struct port *port)
{
	spin_lock(&ports);			// 1.1 holds ports
	ring_push(&port->rx);			// 1.2 calls ring_push
						// BUG lock-order: ports -> ring.lock -> ports
	spin_unlock(&ports);
}

void port_drain(struct port *port)
{
	spin_lock(&port->rx.lock);		// 2.1 holds ring.lock
	spin_lock(&ports);			// 2.2 wants ports
	spin_unlock(&ports);
	spin_unlock(&port->rx.lock);
}
