// A block is asked for with GFP_ATOMIC from every allocator of the slab under a spinlock, and given back there.
// CLEAN
#include "kernel.h"
#include <linux/list_lru.h>
#include <linux/mempool.h>
#include <linux/sched/mm.h>
#include <linux/slab.h>
#include <linux/string.h>
static DEFINE_SPINLOCK(ports);
static void *block;
static void *blocks[4];
static void *made;
static const char *name;
static int count;

void ports_kmalloc(void)
{
	spin_lock(&ports);
	block = kmalloc(64, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kzalloc(void)
{
	spin_lock(&ports);
	block = kzalloc(64, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmalloc_noprof(void)
{
	spin_lock(&ports);
	block = kmalloc_noprof(64, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kzalloc_noprof(void)
{
	spin_lock(&ports);
	block = kzalloc_noprof(64, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmalloc_noprof_innermost(void)
{
	spin_lock(&ports);
	block = __kmalloc_noprof(64, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmalloc_track_caller(void)
{
	spin_lock(&ports);
	block = kmalloc_track_caller(64, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kvmalloc(void)
{
	spin_lock(&ports);
	block = kvmalloc(64, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kvzalloc(void)
{
	spin_lock(&ports);
	block = kvzalloc(64, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmalloc_node(void)
{
	spin_lock(&ports);
	block = kmalloc_node(64, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kmalloc_node_noprof(void)
{
	spin_lock(&ports);
	block = kmalloc_node_noprof(64, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kzalloc_node(void)
{
	spin_lock(&ports);
	block = kzalloc_node(64, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kmalloc_node_track_caller(void)
{
	spin_lock(&ports);
	block = kmalloc_node_track_caller(64, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kvmalloc_node(void)
{
	spin_lock(&ports);
	block = kvmalloc_node(64, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kvmalloc_node_noprof(void)
{
	spin_lock(&ports);
	block = kvmalloc_node_noprof(64, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kvzalloc_node(void)
{
	spin_lock(&ports);
	block = kvzalloc_node(64, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kmalloc_array(void)
{
	spin_lock(&ports);
	block = kmalloc_array(4, 16, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmalloc_array_noprof(void)
{
	spin_lock(&ports);
	block = kmalloc_array_noprof(4, 16, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kcalloc(void)
{
	spin_lock(&ports);
	block = kcalloc(4, 16, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kvmalloc_array(void)
{
	spin_lock(&ports);
	block = kvmalloc_array(4, 16, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kvcalloc(void)
{
	spin_lock(&ports);
	block = kvcalloc(4, 16, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmalloc_array_node(void)
{
	spin_lock(&ports);
	block = kmalloc_array_node(4, 16, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kmalloc_array_node_noprof(void)
{
	spin_lock(&ports);
	block = kmalloc_array_node_noprof(4, 16, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kcalloc_node(void)
{
	spin_lock(&ports);
	block = kcalloc_node(4, 16, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_krealloc(void)
{
	spin_lock(&ports);
	block = krealloc(block, 128, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_krealloc_noprof(void)
{
	spin_lock(&ports);
	block = krealloc_noprof(block, 128, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kvrealloc(void)
{
	spin_lock(&ports);
	block = kvrealloc(block, 128, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kvrealloc_noprof(void)
{
	spin_lock(&ports);
	block = kvrealloc_noprof(block, 128, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_krealloc_array(void)
{
	spin_lock(&ports);
	block = krealloc_array(block, 8, 16, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_krealloc_array_noprof(void)
{
	spin_lock(&ports);
	block = krealloc_array_noprof(block, 8, 16, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kstrdup(const char *text)
{
	spin_lock(&ports);
	name = kstrdup(text, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kstrdup_const(const char *text)
{
	spin_lock(&ports);
	name = kstrdup_const(text, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kstrndup(const char *text)
{
	spin_lock(&ports);
	name = kstrndup(text, 8, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmemdup(const char *text)
{
	spin_lock(&ports);
	name = kmemdup(text, 8, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmemdup_noprof(const char *text)
{
	spin_lock(&ports);
	name = kmemdup_noprof(text, 8, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmemdup_nul(const char *text)
{
	spin_lock(&ports);
	name = kmemdup_nul(text, 8, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kasprintf(void)
{
	spin_lock(&ports);
	name = kasprintf(GFP_ATOMIC, "port%d", 1);
	spin_unlock(&ports);
}

void ports_kvasprintf(const char *format, va_list arguments)
{
	spin_lock(&ports);
	name = kvasprintf(GFP_ATOMIC, format, arguments);
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc(struct kmem_cache *cache)
{
	spin_lock(&ports);
	block = kmem_cache_alloc(cache, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_noprof(struct kmem_cache *cache)
{
	spin_lock(&ports);
	block = kmem_cache_alloc_noprof(cache, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmem_cache_zalloc(struct kmem_cache *cache)
{
	spin_lock(&ports);
	block = kmem_cache_zalloc(cache, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_node(struct kmem_cache *cache)
{
	spin_lock(&ports);
	block = kmem_cache_alloc_node(cache, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_node_noprof(struct kmem_cache *cache)
{
	spin_lock(&ports);
	block = kmem_cache_alloc_node_noprof(cache, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kmalloc_cache_noprof_innermost(struct kmem_cache *cache)
{
	spin_lock(&ports);
	block = __kmalloc_cache_noprof(cache, GFP_ATOMIC, 64);
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_bulk(struct kmem_cache *cache)
{
	spin_lock(&ports);
	count = kmem_cache_alloc_bulk(cache, GFP_ATOMIC, 4, blocks);
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_bulk_noprof(struct kmem_cache *cache)
{
	spin_lock(&ports);
	count = kmem_cache_alloc_bulk_noprof(cache, GFP_ATOMIC, 4, blocks);
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_lru(struct kmem_cache *cache, struct list_lru *lru)
{
	spin_lock(&ports);
	block = kmem_cache_alloc_lru(cache, lru, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_lru_noprof(struct kmem_cache *cache, struct list_lru *lru)
{
	spin_lock(&ports);
	block = kmem_cache_alloc_lru_noprof(cache, lru, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmem_buckets_alloc(kmem_buckets *buckets)
{
	spin_lock(&ports);
	block = kmem_buckets_alloc(buckets, 64, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmem_buckets_valloc(kmem_buckets *buckets)
{
	spin_lock(&ports);
	block = kmem_buckets_valloc(buckets, 64, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_mempool_alloc(mempool_t *pool)
{
	spin_lock(&ports);
	block = mempool_alloc(pool, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_mempool_alloc_noprof(mempool_t *pool)
{
	spin_lock(&ports);
	block = mempool_alloc_noprof(pool, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kvmalloc_array_noprof(void)
{
	spin_lock(&ports);
	block = kvmalloc_array_noprof(4, 16, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kvcalloc_noprof(void)
{
	spin_lock(&ports);
	block = kvcalloc_noprof(4, 16, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kvcalloc_node(void)
{
	spin_lock(&ports);
	block = kvcalloc_node(4, 16, GFP_ATOMIC, 0);
	spin_unlock(&ports);
}

void ports_kmem_buckets_alloc_track_caller(kmem_buckets *buckets)
{
	spin_lock(&ports);
	block = kmem_buckets_alloc_track_caller(buckets, 64, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kmemdup_array(const char *text)
{
	spin_lock(&ports);
	name = kmemdup_array(text, 4, 2, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_kvmemdup(const char *text)
{
	spin_lock(&ports);
	name = kvmemdup(text, 8, GFP_ATOMIC);
	spin_unlock(&ports);
}

void ports_mempool_create_kmalloc_pool(void)
{
	spin_lock(&ports);
	spin_unlock(&ports);
	made = mempool_create_kmalloc_pool(4, 64);
}

void ports_kmem_cache_create(void)
{
	spin_lock(&ports);
	spin_unlock(&ports);
	made = kmem_cache_create("ports", 64, 0, 0, NULL);
}

void ports_kvfree_sensitive(void)
{
	spin_lock(&ports);
	spin_unlock(&ports);
	kvfree_sensitive(block, 64);
}

void ports_kmem_cache_destroy(struct kmem_cache *cache)
{
	spin_lock(&ports);
	spin_unlock(&ports);
	kmem_cache_destroy(cache);
}

void ports_kvfree(void)
{
	spin_lock(&ports);
	spin_unlock(&ports);
	kvfree(block);
}

void ports_kfree(void)
{
	spin_lock(&ports);
	kfree(block);
	spin_unlock(&ports);
}

void ports_kfree_sensitive(void)
{
	spin_lock(&ports);
	kfree_sensitive(block);
	spin_unlock(&ports);
}

void ports_kfree_const(void)
{
	spin_lock(&ports);
	kfree_const(name);
	spin_unlock(&ports);
}

void ports_kmem_cache_free(struct kmem_cache *cache)
{
	spin_lock(&ports);
	kmem_cache_free(cache, block);
	spin_unlock(&ports);
}

void ports_mempool_free(mempool_t *pool)
{
	spin_lock(&ports);
	mempool_free(block, pool);
	spin_unlock(&ports);
}

void ports_might_alloc_nowait(void)
{
	spin_lock(&ports);
	might_alloc(GFP_NOWAIT);
	spin_unlock(&ports);
}
