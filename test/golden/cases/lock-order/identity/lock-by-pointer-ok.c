// The lock behind the pointer is given back first.
// CLEAN
#include "kernel.h"
struct shared_queue {
	spinlock_t *lock;
};
static DEFINE_SPINLOCK(host);

void queue_push(struct shared_queue *queue)
{
	spin_lock(queue->lock);
	spin_unlock(queue->lock);
	spin_lock(&host);
	spin_unlock(&host);
}

void host_scan(struct shared_queue *queue)
{
	spin_lock(&host);
	spin_lock(queue->lock);
	spin_unlock(queue->lock);
	spin_unlock(&host);
}
