// A wrapper says whether it got the lock.
#include "kernel.h"
struct page_cache {
	spinlock_t lock;
};
static DEFINE_SPINLOCK(lru_lock);

static noinline bool cache_try_lock(struct page_cache *cache)
{
	return spin_trylock(&cache->lock);	// 2.2 holds page_cache.lock
}

void shrink(struct page_cache *cache)
{
	if (!cache_try_lock(cache))		// 2.1 calls cache_try_lock
		return;
	spin_lock(&lru_lock);			// 2.3 wants lru_lock
	spin_unlock(&lru_lock);
	spin_unlock(&cache->lock);
}

void lru_add(struct page_cache *cache)
{
	spin_lock(&lru_lock);			// 1.1 holds lru_lock
	spin_lock(&cache->lock);		// 1.2 wants page_cache.lock
						// BUG lock-order: lru_lock -> page_cache.lock -> lru_lock
	spin_unlock(&cache->lock);
	spin_unlock(&lru_lock);
}
