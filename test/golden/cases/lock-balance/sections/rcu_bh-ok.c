// A reader that keeps bottom halves off turns them on before it returns early.
// CLEAN
#include "kernel.h"
struct tunnel {
	int mtu, packets;
};
static struct tunnel __rcu *tunnel;

void tunnel_count(void)
{
	struct tunnel *t;

	rcu_read_lock_bh();
	t = rcu_dereference_bh(tunnel);
	if (!t) {
		rcu_read_unlock_bh();
		return;
	}
	t->packets++;
	rcu_read_unlock_bh();
}
