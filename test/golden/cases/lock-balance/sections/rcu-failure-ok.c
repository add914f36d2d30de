// Both failures leave rcu_read_lock() by rcu_read_unlock().
// CLEAN
#include "kernel.h"
struct peer {
	bool alive, paired;
	int packets;
};
static struct peer __rcu *peer;

int peer_send(void)
{
	struct peer *to;

	rcu_read_lock();
	to = rcu_dereference(peer);
	if (!to) {
		rcu_read_unlock();
		return -ENOENT;
	}
	if (!to->paired) {
		rcu_read_unlock();
		return -ENOTCONN;
	}
	to->packets++;
	rcu_read_unlock();
	return 0;
}
