// A tracer's reader that cannot be preempted leaves its loop before it ends.
// CLEAN
#include "kernel.h"
struct filter {
	int count, events[4], hits[4];
};
static struct filter __rcu *filter;

void filter_hit(int event)
{
	struct filter *f;
	int i;

	rcu_read_lock_sched_notrace();
	f = rcu_dereference_raw(filter);
	for (i = 0; i < f->count; i++) {
		if (f->events[i] != event)
			continue;
		f->hits[i]++;
		break;
	}
	rcu_read_unlock_sched_notrace();
}
