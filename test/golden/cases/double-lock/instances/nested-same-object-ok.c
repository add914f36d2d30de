// A subclass tells the parent's lock from the child's.
// CLEAN
#include "kernel.h"
struct branch {
	struct mutex lock;
	struct branch *parent;
	int leaves;
};

void branch_prune(struct branch *branch)
{
	mutex_lock(&branch->lock);
	mutex_lock_nested(&branch->parent->lock, SINGLE_DEPTH_NESTING);
	branch->leaves--;
	mutex_unlock(&branch->parent->lock);
	mutex_unlock(&branch->lock);
}
