// Only where the wrapper did not get the lock, the other lock is taken.
// CLEAN
#include "kernel.h"
struct page_cache {
	spinlock_t lock;
};
static DEFINE_SPINLOCK(lru_lock);

static noinline bool cache_try_lock(struct page_cache *cache)
{
	return spin_trylock(&cache->lock);
}

void shrink(struct page_cache *cache)
{
	if (cache_try_lock(cache)) {
		spin_unlock(&cache->lock);
		return;
	}
	spin_lock(&lru_lock);
	spin_unlock(&lru_lock);
}

void lru_add(struct page_cache *cache)
{
	spin_lock(&lru_lock);
	spin_lock(&cache->lock);
	spin_unlock(&cache->lock);
	spin_unlock(&lru_lock);
}
