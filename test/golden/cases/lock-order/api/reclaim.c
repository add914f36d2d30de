// A lock that freeing memory takes is held where memory is allocated, after the scope that frees none.
#include "kernel.h"
#include <linux/sched/mm.h>
#include <linux/shrinker.h>

static DEFINE_MUTEX(bare);
static DEFINE_MUTEX(nofs);
static DEFINE_MUTEX(noio);

static unsigned long cache_scan(struct shrinker *shrinker, struct shrink_control *control)	// nofs1.1 enters cache_scan
					// nofs1.2 holds fs_reclaim; noio1.1 enters cache_scan
					// noio1.2 holds fs_reclaim; bare2.1 enters cache_scan
					// bare2.2 holds fs_reclaim
{
	mutex_lock(&bare);		// bare2.3 wants bare
	mutex_unlock(&bare);
	mutex_lock(&nofs);		// nofs1.3 wants nofs
					// BUG[nofs] lock-order medium: fs_reclaim -> nofs -> fs_reclaim; only while
					//    memory is short
	mutex_unlock(&nofs);
	mutex_lock(&noio);		// noio1.3 wants noio
					// BUG[noio] lock-order medium: fs_reclaim -> noio -> fs_reclaim; only while
					//    memory is short
	mutex_unlock(&noio);
	return 0;
}

void cache_start(struct shrinker *shrinker)
{
	shrinker->scan_objects = cache_scan;
}

void *bare_alloc(void)
{
	void *memory;

	mutex_lock(&bare);		// bare1.1 holds bare
	memory = kmalloc(64, GFP_KERNEL);	// bare1.2 wants fs_reclaim
					// BUG[bare] lock-order medium: bare -> fs_reclaim -> bare; only while memory
					//    is short
	mutex_unlock(&bare);
	return memory;
}

void *nofs_alloc(void)
{
	unsigned int flags;
	void *memory;

	mutex_lock(&nofs);		// nofs2.1 holds nofs
	flags = memalloc_nofs_save();
	memalloc_nofs_restore(flags);
	memory = kmalloc(64, GFP_KERNEL);	// nofs2.2 wants fs_reclaim
	mutex_unlock(&nofs);
	return memory;
}

void *noio_alloc(void)
{
	unsigned int flags;
	void *memory;

	mutex_lock(&noio);		// noio2.1 holds noio
	flags = memalloc_noio_save();
	memalloc_noio_restore(flags);
	memory = kmalloc(64, GFP_KERNEL);	// noio2.2 wants fs_reclaim
	mutex_unlock(&noio);
	return memory;
}
