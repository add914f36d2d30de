// A reader that keeps bottom halves off ends where nothing is found as one that does not.
#include "kernel.h"
struct bridge {
	int ports, packets;
};
static struct bridge __rcu *bridge;

int bridge_count(void)
{
	struct bridge *b;

	rcu_read_lock_bh();	// 1.1 holds softirqs-off
	b = rcu_dereference_bh(bridge);
	if (!b) {
		rcu_read_unlock();
		return -ENODEV;
				// BUG lock-balance: softirqs-off
	}
	b->packets++;
	rcu_read_unlock_bh();	// 2.1 releases softirqs-off
	return 0;
}
