// A lock that freeing memory takes is held where memory is allocated, in a scope that frees none.
// CLEAN
#include "kernel.h"
#include <linux/sched/mm.h>
#include <linux/shrinker.h>

static DEFINE_MUTEX(bare);
static DEFINE_MUTEX(nofs);
static DEFINE_MUTEX(noio);

static unsigned long cache_scan(struct shrinker *shrinker, struct shrink_control *control)
{
	mutex_lock(&bare);
	mutex_unlock(&bare);
	mutex_lock(&nofs);
	mutex_unlock(&nofs);
	mutex_lock(&noio);
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

	mutex_lock(&bare);
	memory = kmalloc(64, GFP_NOFS);
	mutex_unlock(&bare);
	return memory;
}

void *nofs_alloc(void)
{
	unsigned int flags;
	void *memory;

	mutex_lock(&nofs);
	flags = memalloc_nofs_save();
	memory = kmalloc(64, GFP_KERNEL);
	memalloc_nofs_restore(flags);
	mutex_unlock(&nofs);
	return memory;
}

void *noio_alloc(void)
{
	unsigned int flags;
	void *memory;

	mutex_lock(&noio);
	flags = memalloc_noio_save();
	memory = kmalloc(64, GFP_KERNEL);
	memalloc_noio_restore(flags);
	mutex_unlock(&noio);
	return memory;
}
