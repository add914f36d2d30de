// Which call gives the lock back is chosen by ?: in the place of the callee.
// CLEAN
#include "kernel.h"
struct node {
	struct rw_semaphore lock;
	unsigned long seq;
	int keys;
};

static void node_lock(bool write, struct node *node)
{
	write ? down_write(&node->lock) : down_read(&node->lock);
	if (write)
		node->seq++;
}

static void node_unlock(bool write, struct node *node)
{
	if (write)
		node->seq++;
	(write ? up_write : up_read)(&node->lock);
}

int insert_twice(struct node *node, bool write)
{
	int keys;

	node_lock(true, node);
	node->keys++;
	node_unlock(true, node);
	node_lock(write, node);
	keys = node->keys;
	node_unlock(write, node);
	return keys;
}
