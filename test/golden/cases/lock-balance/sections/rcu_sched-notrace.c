// A tracer's reader that cannot be preempted returns in a loop without an end.
#include "kernel.h"
struct filter {
	int count, events[4], hits[4];
};
static struct filter __rcu *filter;

void filter_hit(int event)
{
	struct filter *f;
	int i;

	rcu_read_lock_sched_notrace();		// 1.1 holds preempt-off
	f = rcu_dereference_raw(filter);
	for (i = 0; i < f->count; i++) {
		if (f->events[i] != event)
			continue;
		f->hits[i]++;
		return;
						// BUG lock-balance: preempt-off
	}
	rcu_read_unlock_sched_notrace();	// 2.1 releases preempt-off
}
