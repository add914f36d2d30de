// Under spin_lock_bh() the link's driver is told, which sleeps.
#include "kernel.h"
#include "link.h"

void link_down(struct link *link)
{
	spin_lock_bh(&link->lock);	// 1.1 holds softirqs-off
	link->up = false;
	link_report(link);		// 1.2 calls link_report
					// BUG sleep-in-atomic: down_read() in softirqs-off
	spin_unlock_bh(&link->lock);
}
//--- link.h
struct link {
	spinlock_t lock;
	struct rw_semaphore listeners;
	bool up;
};
void link_report(struct link *link);
//--- report.c
#include "kernel.h"
#include "link.h"

void link_report(struct link *link)
{
	down_read(&link->listeners);	// 1.3 sleeps down_read()
	up_read(&link->listeners);
}
