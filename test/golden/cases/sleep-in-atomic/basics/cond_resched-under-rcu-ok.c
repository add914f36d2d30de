// A long walk of an RCU list gives up the processor after the reading section.
// CLEAN
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

	rcu_read_lock();
	list_for_each_entry_rcu(flow, &flows, node) {
		if (flow->stale)
			count++;
	}
	rcu_read_unlock();
	cond_resched();
	return count;
}
