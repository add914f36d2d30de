// A reader that cannot be preempted ends before it fails.
// CLEAN
#include "kernel.h"
struct probe {
	int armed, hits;
};
static struct probe __rcu *probe;

int probe_hit(void)
{
	struct probe *p;

	rcu_read_lock_sched();
	p = rcu_dereference_sched(probe);
	if (!p) {
		rcu_read_unlock_sched();
		return -ENODEV;
	}
	if (!p->armed) {
		rcu_read_unlock_sched();
		return -EAGAIN;
	}
	p->hits++;
	rcu_read_unlock_sched();
	return 0;
}
