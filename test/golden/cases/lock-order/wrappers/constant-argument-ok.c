// An argument of the helper says whether the caller has the lock already; both callers have.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(registry);
static DEFINE_MUTEX(entry);

static noinline void registry_update(bool locked)
{
	if (!locked)
		mutex_lock(&registry);
	if (!locked)
		mutex_unlock(&registry);
}

void entry_change(void)
{
	mutex_lock(&registry);
	registry_update(true);
	mutex_unlock(&registry);
}

void registry_walk(void)
{
	mutex_lock(&registry);
	mutex_lock(&entry);
	registry_update(true);
	mutex_unlock(&entry);
	mutex_unlock(&registry);
}
