// The ring's lock is given back before the list of ports is locked.
// CLEAN
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
	spin_lock(&ring->lock);
	ring->head++;
	spin_unlock(&ring->lock);
}

void port_receive(struct port *port)
{
	spin_lock(&ports);
	ring_push(&port->rx);
	spin_unlock(&ports);
}

void port_drain(struct port *port)
{
	spin_lock(&port->rx.lock);
	spin_unlock(&port->rx.lock);
	spin_lock(&ports);
	spin_unlock(&ports);
}
