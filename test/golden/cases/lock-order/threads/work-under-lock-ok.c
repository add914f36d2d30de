// A work item that is queued under a lock runs without it.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(config);
static DEFINE_MUTEX(links);

static noinline void links_update(struct work_struct *work)
{
	mutex_lock(&links);
	mutex_unlock(&links);
}
static DECLARE_WORK(update, links_update);

void configure(void)
{
	mutex_lock(&config);
	schedule_work(&update);
	mutex_unlock(&config);
}

void links_walk(void)
{
	mutex_lock(&links);
	mutex_lock(&config);
	mutex_unlock(&config);
	mutex_unlock(&links);
}
