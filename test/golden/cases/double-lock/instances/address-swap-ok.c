// Two queues are swapped where the first one has the higher address.
#include "kernel.h"
struct jobs {
	spinlock_t lock;
	int length;
};

void jobs_balance(struct jobs *a, struct jobs *b)
{
	if (a > b)
		swap(a, b);
	spin_lock(&a->lock);
	spin_lock(&b->lock);
				// FALSE double-lock low: where the swap and its absence meet, what was
				//    compared is forgotten
	a->length++;
	b->length--;
	spin_unlock(&b->lock);
	spin_unlock(&a->lock);
}
