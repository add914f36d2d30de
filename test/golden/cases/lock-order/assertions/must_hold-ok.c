// A helper is annotated: its caller holds the queue's lock. It takes the ports', as everybody does.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(ports_lock);
struct port {
	int sent;
};
struct queue {
	spinlock_t lock;
	int length;
};

void queue_kick(struct queue *queue, struct port *port)
	__must_hold(&queue->lock)
{
	queue->length--;
	spin_lock(&ports_lock);
	port->sent++;
	spin_unlock(&ports_lock);
}

void port_close(struct port *port, struct queue *queue)
{
	spin_lock(&queue->lock);
	spin_lock(&ports_lock);
	queue->length = 0;
	spin_unlock(&ports_lock);
	spin_unlock(&queue->lock);
}
