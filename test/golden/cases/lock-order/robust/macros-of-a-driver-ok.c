// The driver's own macros, used in one order.
// CLEAN
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
	LOCK_HOST(host);

	LIST_LOCK(host, flags);
	LIST_UNLOCK(host, flags);
	UNLOCK_HOST(host);
}

void host_abort(struct host *host)
{
	unsigned long flags;

	{
		LOCK_HOST(host);
		UNLOCK_HOST(host);
	}
	LIST_LOCK(host, flags);
	LIST_UNLOCK(host, flags);
}
