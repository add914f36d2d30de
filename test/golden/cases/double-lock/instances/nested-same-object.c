// A subclass does not help when both locks are of the same object.
#include "kernel.h"
struct branch {
	struct mutex lock;
	struct branch *parent;
	int leaves;
};

void branch_prune(struct branch *branch)
{
	mutex_lock(&branch->lock);				// 1.1 holds branch.lock/1
	mutex_lock_nested(&branch->lock, SINGLE_DEPTH_NESTING);	// 1.2 wants branch.lock/1
								// BUG double-lock: branch.lock/1
	branch->leaves--;
	mutex_unlock(&branch->lock);
	mutex_unlock(&branch->lock);
}
