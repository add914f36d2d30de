// Two readers are begun, and both end wherever the function does.
// CLEAN
#include "kernel.h"
struct zone {
	int hot, reads;
};
static struct zone __rcu *zone;
static struct zone __rcu *spare;

int zone_read(void)
{
	struct zone *z;

	rcu_read_lock();
	rcu_read_lock();
	z = rcu_dereference(spare);
	rcu_read_unlock();
	if (!z) {
		rcu_read_unlock();
		return -ENOENT;
	}
	z->reads++;
	rcu_read_unlock();
	return 0;
}
