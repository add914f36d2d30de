// The reclaim path only tries the second lock, as most reclaim paths do.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(cache_lock);
static DEFINE_SPINLOCK(object_lock);

void object_get(void)
{
	spin_lock(&object_lock);
	spin_lock(&cache_lock);
	spin_unlock(&cache_lock);
	spin_unlock(&object_lock);
}

void cache_reclaim(void)
{
	spin_lock(&cache_lock);
	if (spin_trylock(&object_lock))
		spin_unlock(&object_lock);
	spin_unlock(&cache_lock);
}
