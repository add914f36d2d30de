// After spin_lock_bh() the link's driver is told, which sleeps.
// CLEAN
#include "kernel.h"
#include "link.h"

void link_down(struct link *link)
{
	spin_lock_bh(&link->lock);
	link->up = false;
	spin_unlock_bh(&link->lock);
	link_report(link);
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
	down_read(&link->listeners);
	up_read(&link->listeners);
}
