// The lock changes where the node does, but an empty node leaves with it.
#include "kernel.h"
struct node {
	spinlock_t list_lock;
	int partial;
};
struct slab {
	struct slab *next;
	struct node *node;
};

int put_partials(struct slab *partial)
{
	struct node *n = NULL, *n2 = NULL;
	struct slab *slab;

	while (partial) {
		slab = partial;
		partial = slab->next;
		n2 = slab->node;
		if (n != n2) {
			if (n)
				spin_unlock(&n->list_lock);
			n = n2;
			spin_lock(&n->list_lock);		// 1.1 holds node.list_lock
		}
		if (!n->partial)
			return -EINVAL;
								// BUG lock-balance: node.list_lock
		n->partial++;
	}
	if (n)
		spin_unlock(&n->list_lock);				// 2.1 releases node.list_lock
	return 0;
}
