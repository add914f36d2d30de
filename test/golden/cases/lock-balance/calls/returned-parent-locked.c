// A callee gives the child's lock back, twice, and returns the parent locked: dput() does it so.
#include "kernel.h"
struct leaf {
	spinlock_t lock;
	struct leaf *parent;
	int busy;
};

static struct leaf *leaf_cut(struct leaf *leaf)
{
	struct leaf *parent = leaf->parent;

	spin_unlock(&leaf->lock);
	spin_lock(&parent->lock);	// 1.2 holds leaf.lock
	spin_lock_nested(&leaf->lock, SINGLE_DEPTH_NESTING);
	leaf->parent = NULL;
	spin_unlock(&leaf->lock);
	return parent;
}

int leaf_drop(struct leaf *leaf)
{
	struct leaf *parent;

	spin_lock(&leaf->lock);
	parent = leaf_cut(leaf);	// 1.1 calls leaf_cut
	if (parent->busy)
		return -EBUSY;
				// BUG lock-balance: leaf.lock
	spin_unlock(&parent->lock);	// 2.1 releases leaf.lock
	return 0;
}
