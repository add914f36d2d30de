// A reader that cannot be preempted fails without an end.
#include "kernel.h"
struct probe {
	int armed, hits;
};
static struct probe __rcu *probe;

int probe_hit(void)
{
	struct probe *p;

	rcu_read_lock_sched();		// 1.1 holds preempt-off
	p = rcu_dereference_sched(probe);
	if (!p) {
		rcu_read_unlock_sched();
		return -ENODEV;
	}
	if (!p->armed)
		return -EAGAIN;
					// BUG lock-balance: preempt-off
	p->hits++;
	rcu_read_unlock_sched();	// 2.1 releases preempt-off
	return 0;
}
