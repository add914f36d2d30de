// A tree is walked by recursion with the lock of each level held, and the leaf takes none.
// CLEAN
#include "kernel.h"
struct node {
	struct mutex lock;
	struct node *left;
};
static DEFINE_MUTEX(leaves);

void node_walk(struct node *node, int depth)
{
	if (!node || depth > 8) {
		return;
	}
	mutex_lock(&node->lock);
	node_walk(node->left, depth + 1);
	mutex_unlock(&node->lock);
}

void leaves_collect(struct node *node)
{
	mutex_lock(&leaves);
	mutex_lock(&node->lock);
	mutex_unlock(&node->lock);
	mutex_unlock(&leaves);
}
