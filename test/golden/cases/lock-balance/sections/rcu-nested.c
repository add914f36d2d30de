// Two readers are begun, the second one ends, and where nothing is found the first one never does.
#include "kernel.h"
struct quota {
	int left, reads;
};
static struct quota __rcu *quota;
static struct quota __rcu *spare;

int quota_read(void)
{
	struct quota *q;

	rcu_read_lock();		// 1.1 holds rcu_read_lock
	rcu_read_lock();
	q = rcu_dereference(spare);
	rcu_read_unlock();
	if (!q)
		return -ENOENT;
					// BUG lock-balance: rcu_read_lock
	q->reads++;
	rcu_read_unlock();		// 2.1 releases rcu_read_lock
	return 0;
}
