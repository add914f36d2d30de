// A long walk of an RCU list gives up the processor inside the reading section.
#include "kernel.h"
struct flow {
	struct list_head node;
	bool stale;
};
static LIST_HEAD(flows);

int flows_scan(void)
{
	struct flow *flow;
	int count = 0;

	rcu_read_lock();		// 1.1 holds rcu_read_lock
	list_for_each_entry_rcu(flow, &flows, node) {
		if (flow->stale)
			count++;
		cond_resched();		// 1.2 sleeps cond_resched()
					// BUG sleep-in-atomic: cond_resched() in rcu_read_lock
	}
	rcu_read_unlock();
	return count;
}
