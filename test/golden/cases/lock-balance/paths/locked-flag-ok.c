// After the lock was dropped for an allocation the flag says so.
// CLEAN
#include "kernel.h"
struct cache {
	spinlock_t lock;
	void *spare;
};

void cache_fill(struct cache *cache)
{
	bool locked = true;

	spin_lock(&cache->lock);
	if (!cache->spare) {
		spin_unlock(&cache->lock);
		locked = false;
		cache->spare = kmalloc(64, GFP_KERNEL);
	}
	if (locked)
		spin_unlock(&cache->lock);
}
