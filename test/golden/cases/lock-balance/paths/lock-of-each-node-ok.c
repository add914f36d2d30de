// Slabs of a list go back to their nodes; the lock changes only where the node does.
// CLEAN
#include "kernel.h"
struct node {
	spinlock_t list_lock;
	int partial;
};
struct slab {
	struct slab *next;
	struct node *node;
};

void put_partials(struct slab *partial)
{
	struct node *n = NULL, *n2 = NULL;
	unsigned long flags = 0;
	struct slab *slab;

	while (partial) {
		slab = partial;
		partial = slab->next;
		n2 = slab->node;
		if (n != n2) {
			if (n)
				spin_unlock_irqrestore(&n->list_lock, flags);
			n = n2;
			spin_lock_irqsave(&n->list_lock, flags);
		}
		n->partial++;
	}
	if (n)
		spin_unlock_irqrestore(&n->list_lock, flags);
}
