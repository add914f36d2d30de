// The inner section ends in a function that does more, in one of two ways; the outer one ends, too.
// CLEAN
#include "kernel.h"
struct net {
	spinlock_t list_lock;
	int peers;
};

struct node {
	rwlock_t lock;
	struct net *net;
	unsigned int flags;
	int state;
};

static noinline void notify(struct node *node)
{
	spin_lock_bh(&node->net->list_lock);
	node->net->peers++;
	spin_unlock_bh(&node->net->list_lock);
}

static noinline void node_write_lock(struct node *node)
{
	write_lock_bh(&node->lock);
}

static noinline void node_write_unlock(struct node *node)
{
	unsigned int flags = node->flags;

	if (!flags) {
		write_unlock_bh(&node->lock);
		return;
	}
	node->flags = 0;
	write_unlock_bh(&node->lock);
	if (flags & 1)
		notify(node);
}

static noinline struct node *find(struct node **nodes, int at)
{
	return nodes[at];
}

int remove_peer(struct node **nodes, struct net *net, int at)
{
	struct node *peer;
	int err = 0;

	spin_lock_bh(&net->list_lock);
	peer = find(nodes, at);
	if (!peer) {
		spin_unlock_bh(&net->list_lock);
		return -ENXIO;
	}
	node_write_lock(peer);
	if (peer->state) {
		node_write_unlock(peer);
		err = -EBUSY;
		goto out;
	}
	peer->state = 1;
	node_write_unlock(peer);
out:
	spin_unlock_bh(&net->list_lock);
	return err;
}
