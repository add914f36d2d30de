// Two readers are begun, the second one ends, and where nothing is found the first one never does.
#include "kernel.h"
struct zone {
	int hot, reads;
};
static struct zone __rcu *zone;
static struct zone __rcu *spare;

int zone_read(void)
{
	struct zone *z;

	rcu_read_lock();		// 1.1 holds rcu_read_lock
	rcu_read_lock();
	z = rcu_dereference(spare);
	rcu_read_unlock();
	if (!z)
		return -ENOENT;
					// BUG lock-balance: rcu_read_lock
	z->reads++;
	rcu_read_unlock();		// 2.1 releases rcu_read_lock
	return 0;
}
