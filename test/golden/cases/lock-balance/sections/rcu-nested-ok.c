// Two readers are begun, and both end wherever the function does.
// CLEAN
#include "kernel.h"
struct quota {
	int left, reads;
};
static struct quota __rcu *quota;
static struct quota __rcu *spare;

int quota_read(void)
{
	struct quota *q;

	rcu_read_lock();
	rcu_read_lock();
	q = rcu_dereference(spare);
	rcu_read_unlock();
	if (!q) {
		rcu_read_unlock();
		return -ENOENT;
	}
	q->reads++;
	rcu_read_unlock();
	return 0;
}
