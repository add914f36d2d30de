// One of two failures leaves rcu_read_lock() without rcu_read_unlock().
#include "kernel.h"
struct peer {
	bool alive, paired;
	int packets;
};
static struct peer __rcu *peer;

int peer_send(void)
{
	struct peer *to;

	rcu_read_lock();		// 1.1 holds rcu_read_lock
	to = rcu_dereference(peer);
	if (!to) {
		rcu_read_unlock();
		return -ENOENT;
	}
	if (!to->paired)
		return -ENOTCONN;
					// BUG lock-balance: rcu_read_lock
	to->packets++;
	rcu_read_unlock();		// 2.1 releases rcu_read_lock
	return 0;
}
