// Each processor has its cache, and the locks of all caches are of one class.
#include "kernel.h"
struct cpu_cache {
	spinlock_t lock;
	int objects;
};
static DEFINE_PER_CPU(struct cpu_cache, caches);
static DEFINE_SPINLOCK(depot);

void refill(void)
{
	struct cpu_cache *cache = this_cpu_ptr(&caches);

	spin_lock(&cache->lock);		// 1.1 holds cpu_cache.lock
	spin_lock(&depot);			// 1.2 wants depot
						// BUG lock-order: cpu_cache.lock -> depot -> cpu_cache.lock
	cache->objects++;
	spin_unlock(&depot);
	spin_unlock(&cache->lock);
}

void drain(int cpu)
{
	spin_lock(&depot);			// 2.1 holds depot
	spin_lock(&per_cpu(caches, cpu).lock);	// 2.2 wants cpu_cache.lock
	per_cpu(caches, cpu).objects = 0;
	spin_unlock(&per_cpu(caches, cpu).lock);
	spin_unlock(&depot);
}
