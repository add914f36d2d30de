// Which call gives the lock back is chosen by ?: in the place of the callee; here, it comes too late.
#include "kernel.h"
struct node {
	struct rw_semaphore lock;
	unsigned long seq;
	int keys;
};

static noinline void node_lock(bool write, struct node *node)
{
	write ? down_write(&node->lock) : down_read(&node->lock);	// 1.2 holds node.lock; 1.4 wants node.lock
	if (write)
		node->seq++;
}

static noinline void node_unlock(bool write, struct node *node)
{
	if (write)
		node->seq++;
	(write ? up_write : up_read)(&node->lock);
}

int insert_twice(struct node *node)
{
	int keys;

	node_lock(true, node);	// 1.1 calls node_lock
	node->keys++;
	node_lock(true, node);	// 1.3 calls node_lock
				// BUG double-lock: node.lock
	keys = node->keys;
	node_unlock(true, node);
	node_unlock(true, node);
	return keys;
}
