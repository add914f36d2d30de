// A work of a small record takes the lock under which it is waited for.
#include "kernel.h"
#include <linux/mutex.h>
#include <linux/workqueue.h>
#include "nic.h"

static void nic_link(struct work_struct *work)	// 2.2 holds nic_work.work
{
	struct nic_work *link = container_of(work, struct nic_work, work);

	mutex_lock(&link->nic->lock);		// 2.3 wants nic.lock
	link->nic->up = 1;
	mutex_unlock(&link->nic->lock);
}

void nic_setup(struct nic *nic)
{
	INIT_WORK(&nic->link.work, nic_link);	// 2.1 starts nic_link
}
//--- nic.h
struct nic_work {
	struct work_struct work;
	struct nic *nic;
};
struct nic {
	struct mutex lock;
	struct nic_work link;
	int up;
};
//--- stop.c
#include "kernel.h"
#include <linux/mutex.h>
#include <linux/workqueue.h>
#include "nic.h"

void nic_stop(struct nic *nic)
{
	mutex_lock(&nic->lock);		// 1.1 holds nic.lock
	cancel_work_sync(&nic->link.work);	// 1.2 waits nic_work.work
					// BUG wait-under-lock medium: nic.lock -> nic_work.work -> nic.lock; the
					//    object is named by its class
	mutex_unlock(&nic->lock);
}
