// The reclaim path takes the two locks in the other order, and waits for both.
#include "kernel.h"
static DEFINE_SPINLOCK(cache_lock);
static DEFINE_SPINLOCK(object_lock);

void object_get(void)
{
	spin_lock(&object_lock);	// 2.1 holds object_lock
	spin_lock(&cache_lock);		// 2.2 wants cache_lock
	spin_unlock(&cache_lock);
	spin_unlock(&object_lock);
}

void cache_reclaim(void)
{
	spin_lock(&cache_lock);		// 1.1 holds cache_lock
	spin_lock(&object_lock);	// 1.2 wants object_lock
					// BUG lock-order: cache_lock -> object_lock -> cache_lock
	spin_unlock(&object_lock);
	spin_unlock(&cache_lock);
}
