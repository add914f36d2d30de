// After the lock was dropped for an allocation the flag still says that it is held.
#include "kernel.h"
struct cache {
	spinlock_t lock;
	void *spare;
};

void cache_fill(struct cache *cache)
{
	bool locked = true;

	spin_lock(&cache->lock);		// 1.1 holds cache.lock
	if (!cache->spare) {
		spin_unlock(&cache->lock);	// 1.2 releases cache.lock
		cache->spare = kmalloc(64, GFP_KERNEL);
	}
	if (locked)
		spin_unlock(&cache->lock);	// 1.3 releases cache.lock
						// BUG lock-balance: cache.lock
}
