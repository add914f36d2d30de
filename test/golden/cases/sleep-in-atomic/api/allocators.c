// A block is asked for with GFP_KERNEL from every allocator of the slab under a spinlock.
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
	spin_lock(&ports);		// a1.1 holds ports
	block = kmalloc(64, GFP_KERNEL);	// a1.2 sleeps kmalloc()
					// BUG[a] sleep-in-atomic: kmalloc() in ports
	spin_unlock(&ports);
}

void ports_kzalloc(void)
{
	spin_lock(&ports);		// b1.1 holds ports
	block = kzalloc(64, GFP_KERNEL);	// b1.2 sleeps kzalloc()
					// BUG[b] sleep-in-atomic: kzalloc() in ports
	spin_unlock(&ports);
}

void ports_kmalloc_noprof(void)
{
	spin_lock(&ports);		// c1.1 holds ports
	block = kmalloc_noprof(64, GFP_KERNEL);	// c1.2 sleeps kmalloc_noprof()
					// BUG[c] sleep-in-atomic: kmalloc_noprof() in ports
	spin_unlock(&ports);
}

void ports_kzalloc_noprof(void)
{
	spin_lock(&ports);		// d1.1 holds ports
	block = kzalloc_noprof(64, GFP_KERNEL);	// d1.2 sleeps kzalloc_noprof()
					// BUG[d] sleep-in-atomic: kzalloc_noprof() in ports
	spin_unlock(&ports);
}

void ports_kmalloc_noprof_innermost(void)
{
	spin_lock(&ports);		// e1.1 holds ports
	block = __kmalloc_noprof(64, GFP_KERNEL);	// e1.2 sleeps __kmalloc_noprof()
					// BUG[e] sleep-in-atomic: __kmalloc_noprof() in ports
	spin_unlock(&ports);
}

void ports_kmalloc_track_caller(void)
{
	spin_lock(&ports);		// f1.1 holds ports
	block = kmalloc_track_caller(64, GFP_KERNEL);	// f1.2 sleeps kmalloc_track_caller()
					// BUG[f] sleep-in-atomic: kmalloc_track_caller() in ports
	spin_unlock(&ports);
}

void ports_kvmalloc(void)
{
	spin_lock(&ports);		// g1.1 holds ports
	block = kvmalloc(64, GFP_KERNEL);	// g1.2 sleeps kvmalloc()
					// BUG[g] sleep-in-atomic: kvmalloc() in ports
	spin_unlock(&ports);
}

void ports_kvzalloc(void)
{
	spin_lock(&ports);		// h1.1 holds ports
	block = kvzalloc(64, GFP_KERNEL);	// h1.2 sleeps kvzalloc()
					// BUG[h] sleep-in-atomic: kvzalloc() in ports
	spin_unlock(&ports);
}

void ports_kmalloc_node(void)
{
	spin_lock(&ports);		// i1.1 holds ports
	block = kmalloc_node(64, GFP_KERNEL, 0);	// i1.2 sleeps kmalloc_node()
					// BUG[i] sleep-in-atomic: kmalloc_node() in ports
	spin_unlock(&ports);
}

void ports_kmalloc_node_noprof(void)
{
	spin_lock(&ports);		// j1.1 holds ports
	block = kmalloc_node_noprof(64, GFP_KERNEL, 0);	// j1.2 sleeps kmalloc_node_noprof()
					// BUG[j] sleep-in-atomic: kmalloc_node_noprof() in ports
	spin_unlock(&ports);
}

void ports_kzalloc_node(void)
{
	spin_lock(&ports);		// k1.1 holds ports
	block = kzalloc_node(64, GFP_KERNEL, 0);	// k1.2 sleeps kzalloc_node()
					// BUG[k] sleep-in-atomic: kzalloc_node() in ports
	spin_unlock(&ports);
}

void ports_kmalloc_node_track_caller(void)
{
	spin_lock(&ports);		// l1.1 holds ports
	block = kmalloc_node_track_caller(64, GFP_KERNEL, 0);	// l1.2 sleeps kmalloc_node_track_caller()
					// BUG[l] sleep-in-atomic: kmalloc_node_track_caller() in ports
	spin_unlock(&ports);
}

void ports_kvmalloc_node(void)
{
	spin_lock(&ports);		// m1.1 holds ports
	block = kvmalloc_node(64, GFP_KERNEL, 0);	// m1.2 sleeps kvmalloc_node()
					// BUG[m] sleep-in-atomic: kvmalloc_node() in ports
	spin_unlock(&ports);
}

void ports_kvmalloc_node_noprof(void)
{
	spin_lock(&ports);		// n1.1 holds ports
	block = kvmalloc_node_noprof(64, GFP_KERNEL, 0);	// n1.2 sleeps kvmalloc_node_noprof()
					// BUG[n] sleep-in-atomic: kvmalloc_node_noprof() in ports
	spin_unlock(&ports);
}

void ports_kvzalloc_node(void)
{
	spin_lock(&ports);		// o1.1 holds ports
	block = kvzalloc_node(64, GFP_KERNEL, 0);	// o1.2 sleeps kvzalloc_node()
					// BUG[o] sleep-in-atomic: kvzalloc_node() in ports
	spin_unlock(&ports);
}

void ports_kmalloc_array(void)
{
	spin_lock(&ports);		// p1.1 holds ports
	block = kmalloc_array(4, 16, GFP_KERNEL);	// p1.2 sleeps kmalloc_array()
					// BUG[p] sleep-in-atomic: kmalloc_array() in ports
	spin_unlock(&ports);
}

void ports_kmalloc_array_noprof(void)
{
	spin_lock(&ports);		// q1.1 holds ports
	block = kmalloc_array_noprof(4, 16, GFP_KERNEL);	// q1.2 sleeps kmalloc_array_noprof()
					// BUG[q] sleep-in-atomic: kmalloc_array_noprof() in ports
	spin_unlock(&ports);
}

void ports_kcalloc(void)
{
	spin_lock(&ports);		// r1.1 holds ports
	block = kcalloc(4, 16, GFP_KERNEL);	// r1.2 sleeps kcalloc()
					// BUG[r] sleep-in-atomic: kcalloc() in ports
	spin_unlock(&ports);
}

void ports_kvmalloc_array(void)
{
	spin_lock(&ports);		// s1.1 holds ports
	block = kvmalloc_array(4, 16, GFP_KERNEL);	// s1.2 sleeps kvmalloc_array()
					// BUG[s] sleep-in-atomic: kvmalloc_array() in ports
	spin_unlock(&ports);
}

void ports_kvcalloc(void)
{
	spin_lock(&ports);		// t1.1 holds ports
	block = kvcalloc(4, 16, GFP_KERNEL);	// t1.2 sleeps kvcalloc()
					// BUG[t] sleep-in-atomic: kvcalloc() in ports
	spin_unlock(&ports);
}

void ports_kmalloc_array_node(void)
{
	spin_lock(&ports);		// u1.1 holds ports
	block = kmalloc_array_node(4, 16, GFP_KERNEL, 0);	// u1.2 sleeps kmalloc_array_node()
					// BUG[u] sleep-in-atomic: kmalloc_array_node() in ports
	spin_unlock(&ports);
}

void ports_kmalloc_array_node_noprof(void)
{
	spin_lock(&ports);		// v1.1 holds ports
	block = kmalloc_array_node_noprof(4, 16, GFP_KERNEL, 0);
					// v1.2 sleeps kmalloc_array_node_noprof()
					// BUG[v] sleep-in-atomic: kmalloc_array_node_noprof() in ports
	spin_unlock(&ports);
}

void ports_kcalloc_node(void)
{
	spin_lock(&ports);		// w1.1 holds ports
	block = kcalloc_node(4, 16, GFP_KERNEL, 0);	// w1.2 sleeps kcalloc_node()
					// BUG[w] sleep-in-atomic: kcalloc_node() in ports
	spin_unlock(&ports);
}

void ports_krealloc(void)
{
	spin_lock(&ports);		// x1.1 holds ports
	block = krealloc(block, 128, GFP_KERNEL);	// x1.2 sleeps krealloc()
					// BUG[x] sleep-in-atomic: krealloc() in ports
	spin_unlock(&ports);
}

void ports_krealloc_noprof(void)
{
	spin_lock(&ports);		// y1.1 holds ports
	block = krealloc_noprof(block, 128, GFP_KERNEL);	// y1.2 sleeps krealloc_noprof()
					// BUG[y] sleep-in-atomic: krealloc_noprof() in ports
	spin_unlock(&ports);
}

void ports_kvrealloc(void)
{
	spin_lock(&ports);		// z1.1 holds ports
	block = kvrealloc(block, 128, GFP_KERNEL);	// z1.2 sleeps kvrealloc()
					// BUG[z] sleep-in-atomic: kvrealloc() in ports
	spin_unlock(&ports);
}

void ports_kvrealloc_noprof(void)
{
	spin_lock(&ports);		// aa1.1 holds ports
	block = kvrealloc_noprof(block, 128, GFP_KERNEL);	// aa1.2 sleeps kvrealloc_noprof()
					// BUG[aa] sleep-in-atomic: kvrealloc_noprof() in ports
	spin_unlock(&ports);
}

void ports_krealloc_array(void)
{
	spin_lock(&ports);		// ab1.1 holds ports
	block = krealloc_array(block, 8, 16, GFP_KERNEL);	// ab1.2 sleeps krealloc_array()
					// BUG[ab] sleep-in-atomic: krealloc_array() in ports
	spin_unlock(&ports);
}

void ports_krealloc_array_noprof(void)
{
	spin_lock(&ports);		// ac1.1 holds ports
	block = krealloc_array_noprof(block, 8, 16, GFP_KERNEL);	// ac1.2 sleeps krealloc_array_noprof()
					// BUG[ac] sleep-in-atomic: krealloc_array_noprof() in ports
	spin_unlock(&ports);
}

void ports_kstrdup(const char *text)
{
	spin_lock(&ports);		// ad1.1 holds ports
	name = kstrdup(text, GFP_KERNEL);	// ad1.2 sleeps kstrdup()
					// BUG[ad] sleep-in-atomic: kstrdup() in ports
	spin_unlock(&ports);
}

void ports_kstrdup_const(const char *text)
{
	spin_lock(&ports);		// ae1.1 holds ports
	name = kstrdup_const(text, GFP_KERNEL);	// ae1.2 sleeps kstrdup_const()
					// BUG[ae] sleep-in-atomic: kstrdup_const() in ports
	spin_unlock(&ports);
}

void ports_kstrndup(const char *text)
{
	spin_lock(&ports);		// af1.1 holds ports
	name = kstrndup(text, 8, GFP_KERNEL);	// af1.2 sleeps kstrndup()
					// BUG[af] sleep-in-atomic: kstrndup() in ports
	spin_unlock(&ports);
}

void ports_kmemdup(const char *text)
{
	spin_lock(&ports);		// ag1.1 holds ports
	name = kmemdup(text, 8, GFP_KERNEL);	// ag1.2 sleeps kmemdup()
					// BUG[ag] sleep-in-atomic: kmemdup() in ports
	spin_unlock(&ports);
}

void ports_kmemdup_noprof(const char *text)
{
	spin_lock(&ports);		// ah1.1 holds ports
	name = kmemdup_noprof(text, 8, GFP_KERNEL);	// ah1.2 sleeps kmemdup_noprof()
					// BUG[ah] sleep-in-atomic: kmemdup_noprof() in ports
	spin_unlock(&ports);
}

void ports_kmemdup_nul(const char *text)
{
	spin_lock(&ports);		// ai1.1 holds ports
	name = kmemdup_nul(text, 8, GFP_KERNEL);	// ai1.2 sleeps kmemdup_nul()
					// BUG[ai] sleep-in-atomic: kmemdup_nul() in ports
	spin_unlock(&ports);
}

void ports_kasprintf(void)
{
	spin_lock(&ports);		// aj1.1 holds ports
	name = kasprintf(GFP_KERNEL, "port%d", 1);	// aj1.2 sleeps kasprintf()
					// BUG[aj] sleep-in-atomic: kasprintf() in ports
	spin_unlock(&ports);
}

void ports_kvasprintf(const char *format, va_list arguments)
{
	spin_lock(&ports);		// ak1.1 holds ports
	name = kvasprintf(GFP_KERNEL, format, arguments);	// ak1.2 sleeps kvasprintf()
					// BUG[ak] sleep-in-atomic: kvasprintf() in ports
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc(struct kmem_cache *cache)
{
	spin_lock(&ports);		// al1.1 holds ports
	block = kmem_cache_alloc(cache, GFP_KERNEL);	// al1.2 sleeps kmem_cache_alloc()
					// BUG[al] sleep-in-atomic: kmem_cache_alloc() in ports
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_noprof(struct kmem_cache *cache)
{
	spin_lock(&ports);		// am1.1 holds ports
	block = kmem_cache_alloc_noprof(cache, GFP_KERNEL);	// am1.2 sleeps kmem_cache_alloc_noprof()
					// BUG[am] sleep-in-atomic: kmem_cache_alloc_noprof() in ports
	spin_unlock(&ports);
}

void ports_kmem_cache_zalloc(struct kmem_cache *cache)
{
	spin_lock(&ports);		// an1.1 holds ports
	block = kmem_cache_zalloc(cache, GFP_KERNEL);	// an1.2 sleeps kmem_cache_zalloc()
					// BUG[an] sleep-in-atomic: kmem_cache_zalloc() in ports
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_node(struct kmem_cache *cache)
{
	spin_lock(&ports);		// ao1.1 holds ports
	block = kmem_cache_alloc_node(cache, GFP_KERNEL, 0);	// ao1.2 sleeps kmem_cache_alloc_node()
					// BUG[ao] sleep-in-atomic: kmem_cache_alloc_node() in ports
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_node_noprof(struct kmem_cache *cache)
{
	spin_lock(&ports);		// ap1.1 holds ports
	block = kmem_cache_alloc_node_noprof(cache, GFP_KERNEL, 0);
					// ap1.2 sleeps kmem_cache_alloc_node_noprof()
					// BUG[ap] sleep-in-atomic: kmem_cache_alloc_node_noprof() in ports
	spin_unlock(&ports);
}

void ports_kmalloc_cache_noprof_innermost(struct kmem_cache *cache)
{
	spin_lock(&ports);		// aq1.1 holds ports
	block = __kmalloc_cache_noprof(cache, GFP_KERNEL, 64);	// aq1.2 sleeps __kmalloc_cache_noprof()
					// BUG[aq] sleep-in-atomic: __kmalloc_cache_noprof() in ports
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_bulk(struct kmem_cache *cache)
{
	spin_lock(&ports);		// ar1.1 holds ports
	count = kmem_cache_alloc_bulk(cache, GFP_KERNEL, 4, blocks);	// ar1.2 sleeps kmem_cache_alloc_bulk()
					// BUG[ar] sleep-in-atomic: kmem_cache_alloc_bulk() in ports
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_bulk_noprof(struct kmem_cache *cache)
{
	spin_lock(&ports);		// as1.1 holds ports
	count = kmem_cache_alloc_bulk_noprof(cache, GFP_KERNEL, 4, blocks);
					// as1.2 sleeps kmem_cache_alloc_bulk_noprof()
					// BUG[as] sleep-in-atomic: kmem_cache_alloc_bulk_noprof() in ports
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_lru(struct kmem_cache *cache, struct list_lru *lru)
{
	spin_lock(&ports);		// at1.1 holds ports
	block = kmem_cache_alloc_lru(cache, lru, GFP_KERNEL);	// at1.2 sleeps kmem_cache_alloc_lru()
					// BUG[at] sleep-in-atomic: kmem_cache_alloc_lru() in ports
	spin_unlock(&ports);
}

void ports_kmem_cache_alloc_lru_noprof(struct kmem_cache *cache, struct list_lru *lru)
{
	spin_lock(&ports);		// au1.1 holds ports
	block = kmem_cache_alloc_lru_noprof(cache, lru, GFP_KERNEL);
					// au1.2 sleeps kmem_cache_alloc_lru_noprof()
					// BUG[au] sleep-in-atomic: kmem_cache_alloc_lru_noprof() in ports
	spin_unlock(&ports);
}

void ports_kmem_buckets_alloc(kmem_buckets *buckets)
{
	spin_lock(&ports);		// av1.1 holds ports
	block = kmem_buckets_alloc(buckets, 64, GFP_KERNEL);	// av1.2 sleeps kmem_buckets_alloc()
					// BUG[av] sleep-in-atomic: kmem_buckets_alloc() in ports
	spin_unlock(&ports);
}

void ports_kmem_buckets_valloc(kmem_buckets *buckets)
{
	spin_lock(&ports);		// aw1.1 holds ports
	block = kmem_buckets_valloc(buckets, 64, GFP_KERNEL);	// aw1.2 sleeps kmem_buckets_valloc()
					// BUG[aw] sleep-in-atomic: kmem_buckets_valloc() in ports
	spin_unlock(&ports);
}

void ports_mempool_alloc(mempool_t *pool)
{
	spin_lock(&ports);		// ax1.1 holds ports
	block = mempool_alloc(pool, GFP_KERNEL);	// ax1.2 sleeps mempool_alloc()
					// BUG[ax] sleep-in-atomic: mempool_alloc() in ports
	spin_unlock(&ports);
}

void ports_mempool_alloc_noprof(mempool_t *pool)
{
	spin_lock(&ports);		// ay1.1 holds ports
	block = mempool_alloc_noprof(pool, GFP_KERNEL);	// ay1.2 sleeps mempool_alloc_noprof()
					// BUG[ay] sleep-in-atomic: mempool_alloc_noprof() in ports
	spin_unlock(&ports);
}

void ports_kvmalloc_array_noprof(void)
{
	spin_lock(&ports);	// foundi1.1 holds ports
	block = kvmalloc_array_noprof(4, 16, GFP_KERNEL);	// foundi1.2 sleeps kvmalloc_array_noprof()
					// BUG[foundi] sleep-in-atomic: kvmalloc_array_noprof() in ports
	spin_unlock(&ports);
}

void ports_kvcalloc_noprof(void)
{
	spin_lock(&ports);	// foundh1.1 holds ports
	block = kvcalloc_noprof(4, 16, GFP_KERNEL);	// foundh1.2 sleeps kvcalloc_noprof()
					// BUG[foundh] sleep-in-atomic: kvcalloc_noprof() in ports
	spin_unlock(&ports);
}

void ports_kvcalloc_node(void)
{
	spin_lock(&ports);	// foundg1.1 holds ports
	block = kvcalloc_node(4, 16, GFP_KERNEL, 0);	// foundg1.2 sleeps kvcalloc_node()
					// BUG[foundg] sleep-in-atomic: kvcalloc_node() in ports
	spin_unlock(&ports);
}

void ports_kmem_buckets_alloc_track_caller(kmem_buckets *buckets)
{
	spin_lock(&ports);	// foundf1.1 holds ports
	block = kmem_buckets_alloc_track_caller(buckets, 64, GFP_KERNEL);	// foundf1.2 sleeps kmem_buckets_alloc_track_caller()
					// BUG[foundf] sleep-in-atomic: kmem_buckets_alloc_track_caller() in ports
	spin_unlock(&ports);
}

void ports_kmemdup_array(const char *text)
{
	spin_lock(&ports);	// founde1.1 holds ports
	name = kmemdup_array(text, 4, 2, GFP_KERNEL);	// founde1.2 sleeps kmemdup_array()
					// BUG[founde] sleep-in-atomic: kmemdup_array() in ports
	spin_unlock(&ports);
}

void ports_kvmemdup(const char *text)
{
	spin_lock(&ports);	// foundd1.1 holds ports
	name = kvmemdup(text, 8, GFP_KERNEL);	// foundd1.2 sleeps kvmemdup()
					// BUG[foundd] sleep-in-atomic: kvmemdup() in ports
	spin_unlock(&ports);
}

void ports_mempool_create_kmalloc_pool(void)
{
	spin_lock(&ports);	// foundc1.1 holds ports
	made = mempool_create_kmalloc_pool(4, 64);	// foundc1.2 sleeps mempool_create_kmalloc_pool()
					// BUG[foundc] sleep-in-atomic: mempool_create_kmalloc_pool() in ports
	spin_unlock(&ports);
}

void ports_kmem_cache_create(void)
{
	spin_lock(&ports);	// foundb1.1 holds ports
	made = kmem_cache_create("ports", 64, 0, 0, NULL);	// foundb1.2 sleeps kmem_cache_create()
					// BUG[foundb] sleep-in-atomic: kmem_cache_create() in ports
	spin_unlock(&ports);
}

void ports_kvfree_sensitive(void)
{
	spin_lock(&ports);		// founda1.1 holds ports
	kvfree_sensitive(block, 64);	// founda1.2 sleeps kvfree_sensitive()
					// BUG[founda] sleep-in-atomic low: kvfree_sensitive() in ports; if vmalloc() gave it
	spin_unlock(&ports);
}

void ports_kmem_cache_destroy(struct kmem_cache *cache)
{
	spin_lock(&ports);		// bi1.1 holds ports
	kmem_cache_destroy(cache);	// bi1.2 sleeps kmem_cache_destroy()
					// BUG[bi] sleep-in-atomic: kmem_cache_destroy() in ports
	spin_unlock(&ports);
}

void ports_kvfree(void)
{
	spin_lock(&ports);		// bj1.1 holds ports
	kvfree(block);			// bj1.2 sleeps kvfree()
					// BUG[bj] sleep-in-atomic low: kvfree() in ports; it sleeps only if
					//    vmalloc() gave the memory
	spin_unlock(&ports);
}
