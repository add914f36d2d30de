// A helper says that its caller holds the queue's lock, and takes the ports'; elsewhere it is the reverse.
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
{
	lockdep_assert_held(&queue->lock);	// 2.1 holds queue.lock
	queue->length--;
	spin_lock(&ports_lock);			// 2.2 wants ports_lock@assert_held.c
	port->sent++;
	spin_unlock(&ports_lock);
}

void port_close(struct port *port, struct queue *queue)
{
	spin_lock(&ports_lock);			// 1.1 holds ports_lock@assert_held.c
	spin_lock(&queue->lock);		// 1.2 wants queue.lock
						// BUG lock-order medium: ports_lock@assert_held.c -> queue.lock ->
						//    ports_lock@assert_held.c; an assertion says that it is held
	queue->length = 0;
	spin_unlock(&queue->lock);
	spin_unlock(&ports_lock);
}
