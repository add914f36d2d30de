// The driver wraps spin_lock_irqsave in macros of its own, as many drivers of the 2.6 days do.
// CONFIGS: all
#include "kernel.h"
struct host {
	spinlock_t host_lock;
	spinlock_t list_lock;
};

#define LOCK_HOST(host)		unsigned long _flags; spin_lock_irqsave(&(host)->host_lock, _flags)
#define UNLOCK_HOST(host)	spin_unlock_irqrestore(&(host)->host_lock, _flags)
#define LIST_LOCK(host, f)	spin_lock_irqsave(&(host)->list_lock, f)
#define LIST_UNLOCK(host, f)	spin_unlock_irqrestore(&(host)->list_lock, f)

void host_queue(struct host *host)
{
	unsigned long flags;
	LOCK_HOST(host);			// 1.1 holds host.host_lock

	LIST_LOCK(host, flags);			// 1.2 wants host.list_lock
						// BUG lock-order: host.host_lock -> host.list_lock -> host.host_lock
	LIST_UNLOCK(host, flags);
	UNLOCK_HOST(host);
}

void host_abort(struct host *host)
{
	unsigned long flags;

	LIST_LOCK(host, flags);			// 2.1 holds host.list_lock
	{
		LOCK_HOST(host);		// 2.2 wants host.host_lock
		UNLOCK_HOST(host);
	}
	LIST_UNLOCK(host, flags);
}
