// Two works are of one small record; the one that is waited for is not the one that takes the lock.
#include "kernel.h"
#include <linux/mutex.h>
#include <linux/workqueue.h>
#include "nic.h"

static void nic_link(struct work_struct *work)
{
	struct nic_work *link = container_of(work, struct nic_work, work);

	mutex_lock(&link->nic->lock);
	link->nic->up = 1;
	mutex_unlock(&link->nic->lock);
}

static void nic_stats(struct work_struct *work)
{
	struct nic_work *stats = container_of(work, struct nic_work, work);

	stats->nic->reads++;
}

void nic_setup(struct nic *nic)
{
	INIT_WORK(&nic->link.work, nic_link);
	INIT_WORK(&nic->stats.work, nic_stats);
}
//--- nic.h
struct nic_work {
	struct work_struct work;
	struct nic *nic;
};
struct nic {
	struct mutex lock;
	struct nic_work link, stats;
	int up, reads;
};
//--- stop.c
#include "kernel.h"
#include <linux/mutex.h>
#include <linux/workqueue.h>
#include "nic.h"

void nic_stop(struct nic *nic)
{
	mutex_lock(&nic->lock);
	cancel_work_sync(&nic->stats.work);	// FALSE wait-under-lock low: the works are told apart by
					//    the record that they are a part of
	mutex_unlock(&nic->lock);
}
