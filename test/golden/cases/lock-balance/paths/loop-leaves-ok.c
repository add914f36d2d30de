// The loop drops the lock for slow work and retakes it before it leaves.
// CLEAN
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

		spin_unlock(&queue->lock);
		err = job_run(number);
		spin_lock(&queue->lock);
		if (err)
			break;
	}
	spin_unlock(&queue->lock);
	return err;
}
