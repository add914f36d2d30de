// The loop drops the lock for slow work and retakes it, but leaves without it when that fails.
#include "kernel.h"
struct job_queue {
	spinlock_t lock;
	int pending;
};

int job_run(int number);

int queue_drain(struct job_queue *queue)
{
	int err = 0;

	spin_lock(&queue->lock);
	while (queue->pending) {
		int number = queue->pending--;

		spin_unlock(&queue->lock);	// 1.2 releases job_queue.lock
		err = job_run(number);
		if (err)
			break;
		spin_lock(&queue->lock);	// 1.1 holds job_queue.lock
	}
	spin_unlock(&queue->lock);		// 1.3 releases job_queue.lock
						// BUG lock-balance: job_queue.lock
	return err;
}
