// The function that was to be a work item is called directly, under the lock of the caller.
#include "kernel.h"
static DEFINE_MUTEX(config);
static DEFINE_MUTEX(links);

static noinline void links_update(struct work_struct *work)
{
	mutex_lock(&links);			// 1.3 wants links
	mutex_unlock(&links);
}
static DECLARE_WORK(update, links_update);

void configure(void)
{
	mutex_lock(&config);			// 1.1 holds config
	links_update(&update);			// 1.2 calls links_update
						// BUG lock-order: config -> links -> config
	mutex_unlock(&config);
}

void links_walk(void)
{
	mutex_lock(&links);			// 2.1 holds links
	mutex_lock(&config);			// 2.2 wants config
	mutex_unlock(&config);
	mutex_unlock(&links);
}
