// A reader that keeps bottom halves off returns early and leaves them off.
#include "kernel.h"
struct tunnel {
	int mtu, packets;
};
static struct tunnel __rcu *tunnel;

void tunnel_count(void)
{
	struct tunnel *t;

	rcu_read_lock_bh();	// 1.1 holds softirqs-off
	t = rcu_dereference_bh(tunnel);
	if (!t)
		return;
				// BUG lock-balance: softirqs-off
	t->packets++;
	rcu_read_unlock_bh();	// 2.1 releases softirqs-off
}
