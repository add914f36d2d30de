// A tracer's reader that cannot be preempted returns in a loop without an end.
#include "kernel.h"
struct filter {
	int events[4];
};
static struct filter __rcu *filter;

bool filter_wants(int event)
{
	struct filter *f;
	int i;

	rcu_read_lock_sched_notrace();		// 1.1 holds preempt-off
	f = rcu_dereference_raw(filter);
	for (i = 0; i < 4; i++)
		if (f->events[i] == event)
			return true;
						// BUG lock-balance low: preempt-off; true may tell
						//    the caller that preemption is off
	rcu_read_unlock_sched_notrace();	// 2.1 releases preempt-off
	return false;
}
