// A reader that keeps bottom halves off ends as such everywhere.
// CLEAN
#include "kernel.h"
struct bridge {
	int ports, packets;
};
static struct bridge __rcu *bridge;

int bridge_count(void)
{
	struct bridge *b;

	rcu_read_lock_bh();
	b = rcu_dereference_bh(bridge);
	if (!b) {
		rcu_read_unlock_bh();
		return -ENODEV;
	}
	b->packets++;
	rcu_read_unlock_bh();
	return 0;
}
