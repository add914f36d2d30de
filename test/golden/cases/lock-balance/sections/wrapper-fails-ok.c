// A wrapper begins the section only if it succeeds, and its caller relies on that.
// CLEAN
#include "kernel.h"
struct host {
	bool removed;
	int lookups;
};

static noinline int host_enter(struct host *host)
{
	rcu_read_lock();
	if (!host->lookups) {
		rcu_read_unlock();
		return -ENOENT;
	}
	if (host->removed) {
		rcu_read_unlock();
		return -ENODEV;
	}
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
