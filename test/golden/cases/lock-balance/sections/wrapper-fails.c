// A wrapper begins the section and fails in it, which its caller takes for "not begun".
#include "kernel.h"
struct host {
	bool removed;
	int lookups;
};

static noinline int host_enter(struct host *host)
{
	rcu_read_lock();		// 1.1 holds rcu_read_lock
	if (!host->lookups) {
		rcu_read_unlock();	// 2.1 releases rcu_read_lock
		return -ENOENT;
	}
	if (host->removed)
		return -ENODEV;
					// BUG lock-balance: rcu_read_lock
	return 0;
}

static noinline void host_leave(struct host *host)
{
	host->lookups++;
	rcu_read_unlock();
}

int host_use(struct host *host)
{
	int err = host_enter(host);

	if (err)
		return err;
	host_leave(host);
	return 0;
}
