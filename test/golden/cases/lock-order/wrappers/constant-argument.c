// An argument of the helper says whether the caller has the lock already; this caller has not.
#include "kernel.h"
static DEFINE_MUTEX(registry);
static DEFINE_MUTEX(entry);

static noinline void registry_update(bool locked)
{
	if (!locked)
		mutex_lock(&registry);		// 1.3 wants registry
	if (!locked)
		mutex_unlock(&registry);
}

void entry_change(void)
{
	mutex_lock(&entry);			// 1.1 holds entry
	registry_update(false);			// 1.2 calls registry_update
						// BUG lock-order: entry -> registry -> entry
	mutex_unlock(&entry);
}

void registry_walk(void)
{
	mutex_lock(&registry);			// 2.1 holds registry
	mutex_lock(&entry);			// 2.2 wants entry
	registry_update(true);
	mutex_unlock(&entry);
	mutex_unlock(&registry);
}
