// The inode that was found is locked, and stands in the context by then: who gets the error frees the context.
#include "kernel.h"
struct tree {
	struct mutex lock;
	int bits;
};
struct alloc_context {
	struct tree *tree;
	int wanted;
};

struct tree *tree_find(int slot);
int tree_read(struct tree *tree);

int reserve_bits(struct alloc_context *ac, int slot)
{
	struct tree *tree = tree_find(slot);

	if (!tree)
		return -EINVAL;
	mutex_lock(&tree->lock);
	if (tree_read(tree) < 0) {
		mutex_unlock(&tree->lock);
		return -EIO;
	}
	ac->tree = tree;
	if (tree->bits < ac->wanted)
		return -ENOSPC;
				// FALSE lock-balance low: free_context() gives the lock back
	tree->bits -= ac->wanted;
	return 0;
}

void free_context(struct alloc_context *ac)
{
	if (ac->tree)
		mutex_unlock(&ac->tree->lock);
	ac->tree = NULL;
}
