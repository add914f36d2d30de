// A tracer's reader that cannot be preempted leaves its loop before it ends.
// CLEAN
#include "kernel.h"
struct filter {
	int events[4];
};
static struct filter __rcu *filter;

bool filter_wants(int event)
{
	struct filter *f;
	bool found = false;
	int i;

	rcu_read_lock_sched_notrace();
	f = rcu_dereference_raw(filter);
	for (i = 0; i < 4 && !found; i++)
		found = f->events[i] == event;
	rcu_read_unlock_sched_notrace();
	return found;
}
