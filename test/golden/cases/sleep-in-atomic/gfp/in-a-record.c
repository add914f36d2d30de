// The flags are in a global record that another file sets, GFP_KERNEL always.
#include "kernel.h"
static DEFINE_SPINLOCK(cache_lock);
static void *cached;
void *cache_alloc(size_t size);

void cache_fill(size_t size)
{
	spin_lock(&cache_lock);
	cached = cache_alloc(size);
					// MISS sleep-in-atomic: kmalloc() in cache_lock; the value of a field is
					//    not known, although nothing else sets it
	spin_unlock(&cache_lock);
}
//--- cache.c
#include "kernel.h"
struct pool {
	gfp_t gfp;
	size_t used;
};
static struct pool pool = { .gfp = GFP_KERNEL };
void *cache_alloc(size_t size);

void *cache_alloc(size_t size)
{
	pool.used += size;
	return kmalloc(size, pool.gfp);
}
