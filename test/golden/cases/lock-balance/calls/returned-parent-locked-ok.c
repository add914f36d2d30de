// The parent that a callee returns locked is given back on both paths.
// CLEAN
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
	spin_lock(&parent->lock);
	spin_lock_nested(&leaf->lock, SINGLE_DEPTH_NESTING);
	leaf->parent = NULL;
	spin_unlock(&leaf->lock);
	return parent;
}

int leaf_drop(struct leaf *leaf)
{
	struct leaf *parent;

	spin_lock(&leaf->lock);
	parent = leaf_cut(leaf);
	if (parent->busy) {
		spin_unlock(&parent->lock);
		return -EBUSY;
	}
	spin_unlock(&parent->lock);
	return 0;
}
