// Two queues are ordered by how long they are, which changes before they are locked.
#include "kernel.h"
struct jobs {
	spinlock_t lock;
	int length;
};

void jobs_balance(struct jobs *a, struct jobs *b)
{
	if (a->length > b->length)
		swap(a, b);
	spin_lock(&a->lock);	// 1.1 holds jobs.lock
	spin_lock(&b->lock);	// 1.2 wants jobs.lock
				// BUG double-lock low: jobs.lock; two instances of one class
	a->length++;
	b->length--;
	spin_unlock(&b->lock);
	spin_unlock(&a->lock);
}
