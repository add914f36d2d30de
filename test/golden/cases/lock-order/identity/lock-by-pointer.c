// The lock is reached through a stored pointer, and nothing says which lock that is.
#include "kernel.h"
struct shared_queue {
	spinlock_t *lock;
};
static DEFINE_SPINLOCK(host);

void queue_push(struct shared_queue *queue)
{
	spin_lock(queue->lock);			// 2.1 holds shared_queue.lock*
	spin_lock(&host);			// 2.2 wants host
	spin_unlock(&host);
	spin_unlock(queue->lock);
}

void host_scan(struct shared_queue *queue)
{
	spin_lock(&host);			// 1.1 holds host
	spin_lock(queue->lock);			// 1.2 wants shared_queue.lock*
						// BUG lock-order low: host -> shared_queue.lock* -> host; a pointer may point anywhere
	spin_unlock(queue->lock);
	spin_unlock(&host);
}
