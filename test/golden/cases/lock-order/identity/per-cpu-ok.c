// The cache is given back before the depot is locked.
// CLEAN
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

	spin_lock(&cache->lock);
	spin_unlock(&cache->lock);
	spin_lock(&depot);
	spin_unlock(&depot);
}

void drain(int cpu)
{
	spin_lock(&depot);
	spin_lock(&per_cpu(caches, cpu).lock);
	per_cpu(caches, cpu).objects = 0;
	spin_unlock(&per_cpu(caches, cpu).lock);
	spin_unlock(&depot);
}
