// A tree is walked by recursion with the lock of each level held, and the leaf takes another one.
#include "kernel.h"
struct node {
	struct mutex lock;
	struct node *left;
};
static DEFINE_MUTEX(leaves);

void node_walk(struct node *node, int depth)
{
	if (!node || depth > 8) {
		mutex_lock(&leaves);		// 2.3 wants leaves
		mutex_unlock(&leaves);
		return;
	}
	mutex_lock(&node->lock);		// 2.1 holds node.lock
	node_walk(node->left, depth + 1);	// 2.2 calls node_walk
	mutex_unlock(&node->lock);
}

void leaves_collect(struct node *node)
{
	mutex_lock(&leaves);			// 1.1 holds leaves
	mutex_lock(&node->lock);		// 1.2 wants node.lock
						// BUG lock-order: leaves -> node.lock -> leaves
	mutex_unlock(&node->lock);
	mutex_unlock(&leaves);
}
