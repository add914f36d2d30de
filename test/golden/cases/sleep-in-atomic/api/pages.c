// Pages are asked for with GFP_KERNEL under a spinlock.
#include "kernel.h"
#include <linux/dma-mapping.h>
#include <linux/dmapool.h>
#include <linux/gfp.h>
#include <linux/mm.h>
static DEFINE_SPINLOCK(frames);
static struct page *page;
static struct folio *folio;
static unsigned long address;
static unsigned long count;
static void *block;
static dma_addr_t handle;

void frames_alloc_pages(void)
{
	spin_lock(&frames);		// a1.1 holds frames
	page = alloc_pages(GFP_KERNEL, 1);	// a1.2 sleeps alloc_pages()
					// BUG[a] sleep-in-atomic: alloc_pages() in frames
	spin_unlock(&frames);
}

void frames_alloc_pages_noprof(void)
{
	spin_lock(&frames);		// b1.1 holds frames
	page = alloc_pages_noprof(GFP_KERNEL, 1);	// b1.2 sleeps alloc_pages_noprof()
					// BUG[b] sleep-in-atomic: alloc_pages_noprof() in frames
	spin_unlock(&frames);
}

void frames_alloc_page(void)
{
	spin_lock(&frames);		// c1.1 holds frames
	page = alloc_page(GFP_KERNEL);	// c1.2 sleeps alloc_page()
					// BUG[c] sleep-in-atomic: alloc_page() in frames
	spin_unlock(&frames);
}

void frames_alloc_pages_innermost(void)
{
	spin_lock(&frames);		// d1.1 holds frames
	page = __alloc_pages(GFP_KERNEL, 1, 0, NULL);	// d1.2 sleeps __alloc_pages()
					// BUG[d] sleep-in-atomic: __alloc_pages() in frames
	spin_unlock(&frames);
}

void frames_alloc_pages_noprof_innermost(void)
{
	spin_lock(&frames);		// e1.1 holds frames
	page = __alloc_pages_noprof(GFP_KERNEL, 1, 0, NULL);	// e1.2 sleeps __alloc_pages_noprof()
					// BUG[e] sleep-in-atomic: __alloc_pages_noprof() in frames
	spin_unlock(&frames);
}

void frames_alloc_pages_node(void)
{
	spin_lock(&frames);		// f1.1 holds frames
	page = alloc_pages_node(0, GFP_KERNEL, 1);	// f1.2 sleeps alloc_pages_node()
					// BUG[f] sleep-in-atomic: alloc_pages_node() in frames
	spin_unlock(&frames);
}

void frames_alloc_pages_node_noprof(void)
{
	spin_lock(&frames);		// g1.1 holds frames
	page = alloc_pages_node_noprof(0, GFP_KERNEL, 1);	// g1.2 sleeps alloc_pages_node_noprof()
					// BUG[g] sleep-in-atomic: alloc_pages_node_noprof() in frames
	spin_unlock(&frames);
}

void frames_get_free_pages_innermost(void)
{
	spin_lock(&frames);		// h1.1 holds frames
	address = __get_free_pages(GFP_KERNEL, 1);	// h1.2 sleeps __get_free_pages()
					// BUG[h] sleep-in-atomic: __get_free_pages() in frames
	spin_unlock(&frames);
}

void frames_get_free_pages_noprof(void)
{
	spin_lock(&frames);		// i1.1 holds frames
	address = get_free_pages_noprof(GFP_KERNEL, 1);	// i1.2 sleeps get_free_pages_noprof()
					// BUG[i] sleep-in-atomic: get_free_pages_noprof() in frames
	spin_unlock(&frames);
}

void frames_get_free_page_innermost(void)
{
	spin_lock(&frames);		// j1.1 holds frames
	address = __get_free_page(GFP_KERNEL);	// j1.2 sleeps __get_free_page()
					// BUG[j] sleep-in-atomic: __get_free_page() in frames
	spin_unlock(&frames);
}

void frames_get_zeroed_page(void)
{
	spin_lock(&frames);		// k1.1 holds frames
	address = get_zeroed_page(GFP_KERNEL);	// k1.2 sleeps get_zeroed_page()
					// BUG[k] sleep-in-atomic: get_zeroed_page() in frames
	spin_unlock(&frames);
}

void frames_get_zeroed_page_noprof(void)
{
	spin_lock(&frames);		// l1.1 holds frames
	address = get_zeroed_page_noprof(GFP_KERNEL);	// l1.2 sleeps get_zeroed_page_noprof()
					// BUG[l] sleep-in-atomic: get_zeroed_page_noprof() in frames
	spin_unlock(&frames);
}

void frames_alloc_pages_exact(void)
{
	spin_lock(&frames);		// m1.1 holds frames
	block = alloc_pages_exact(8192, GFP_KERNEL);	// m1.2 sleeps alloc_pages_exact()
					// BUG[m] sleep-in-atomic: alloc_pages_exact() in frames
	spin_unlock(&frames);
}

void frames_alloc_pages_exact_noprof(void)
{
	spin_lock(&frames);		// n1.1 holds frames
	block = alloc_pages_exact_noprof(8192, GFP_KERNEL);	// n1.2 sleeps alloc_pages_exact_noprof()
					// BUG[n] sleep-in-atomic: alloc_pages_exact_noprof() in frames
	spin_unlock(&frames);
}

void frames_folio_alloc(void)
{
	spin_lock(&frames);		// o1.1 holds frames
	folio = folio_alloc(GFP_KERNEL, 1);	// o1.2 sleeps folio_alloc()
					// BUG[o] sleep-in-atomic: folio_alloc() in frames
	spin_unlock(&frames);
}

void frames_folio_alloc_noprof(void)
{
	spin_lock(&frames);		// p1.1 holds frames
	folio = folio_alloc_noprof(GFP_KERNEL, 1);	// p1.2 sleeps folio_alloc_noprof()
					// BUG[p] sleep-in-atomic: folio_alloc_noprof() in frames
	spin_unlock(&frames);
}

void frames_vma_alloc_folio(struct vm_area_struct *area)
{
	spin_lock(&frames);		// q1.1 holds frames
	folio = vma_alloc_folio(GFP_KERNEL, 0, area, 0, false);	// q1.2 sleeps vma_alloc_folio()
					// BUG[q] sleep-in-atomic: vma_alloc_folio() in frames
	spin_unlock(&frames);
}

void frames_vma_alloc_folio_noprof(struct vm_area_struct *area)
{
	spin_lock(&frames);		// r1.1 holds frames
	folio = vma_alloc_folio_noprof(GFP_KERNEL, 0, area, 0, false);	// r1.2 sleeps vma_alloc_folio_noprof()
					// BUG[r] sleep-in-atomic: vma_alloc_folio_noprof() in frames
	spin_unlock(&frames);
}

void frames_dma_alloc_coherent(struct device *dev)
{
	spin_lock(&frames);		// s1.1 holds frames
	block = dma_alloc_coherent(dev, 4096, &handle, GFP_KERNEL);	// s1.2 sleeps dma_alloc_coherent()
					// BUG[s] sleep-in-atomic: dma_alloc_coherent() in frames
	spin_unlock(&frames);
}

void frames_dma_alloc_attrs(struct device *dev)
{
	spin_lock(&frames);		// t1.1 holds frames
	block = dma_alloc_attrs(dev, 4096, &handle, GFP_KERNEL, 0);	// t1.2 sleeps dma_alloc_attrs()
					// BUG[t] sleep-in-atomic: dma_alloc_attrs() in frames
	spin_unlock(&frames);
}

void frames_dma_pool_alloc(struct dma_pool *pool)
{
	spin_lock(&frames);		// u1.1 holds frames
	block = dma_pool_alloc(pool, GFP_KERNEL, &handle);	// u1.2 sleeps dma_pool_alloc()
					// BUG[u] sleep-in-atomic: dma_pool_alloc() in frames
	spin_unlock(&frames);
}

void frames_dma_pool_zalloc(struct dma_pool *pool)
{
	spin_lock(&frames);		// v1.1 holds frames
	block = dma_pool_zalloc(pool, GFP_KERNEL, &handle);	// v1.2 sleeps dma_pool_zalloc()
					// BUG[v] sleep-in-atomic: dma_pool_zalloc() in frames
	spin_unlock(&frames);
}

void frames_alloc_page_vma(struct vm_area_struct *area)
{
	spin_lock(&frames);	// founde1.1 holds frames
	page = alloc_page_vma(GFP_KERNEL, area, 0);	// founde1.2 sleeps alloc_page_vma()
					// BUG[founde] sleep-in-atomic: alloc_page_vma() in frames
	spin_unlock(&frames);
}

void frames_alloc_pages_bulk_array(struct page **pages)
{
	spin_lock(&frames);	// foundd1.1 holds frames
	count = alloc_pages_bulk_array(GFP_KERNEL, 4, pages);	// foundd1.2 sleeps alloc_pages_bulk_array()
					// BUG[foundd] sleep-in-atomic: alloc_pages_bulk_array() in frames
	spin_unlock(&frames);
}

void frames_folio_alloc_innermost(void)
{
	spin_lock(&frames);	// foundc1.1 holds frames
	folio = __folio_alloc(GFP_KERNEL, 0, 0, NULL);	// foundc1.2 sleeps __folio_alloc()
					// BUG[foundc] sleep-in-atomic: __folio_alloc() in frames
	spin_unlock(&frames);
}

void frames_dma_alloc_noncoherent(struct device *dev)
{
	spin_lock(&frames);	// foundb1.1 holds frames
	block = dma_alloc_noncoherent(dev, 4096, &handle, DMA_BIDIRECTIONAL, GFP_KERNEL);	// foundb1.2 sleeps dma_alloc_noncoherent()
					// BUG[foundb] sleep-in-atomic: dma_alloc_noncoherent() in frames
	spin_unlock(&frames);
}

void frames_dmam_alloc_coherent(struct device *dev)
{
	spin_lock(&frames);	// founda1.1 holds frames
	block = dmam_alloc_coherent(dev, 4096, &handle, GFP_KERNEL);	// founda1.2 sleeps dmam_alloc_coherent()
					// BUG[founda] sleep-in-atomic: dmam_alloc_coherent() in frames
	spin_unlock(&frames);
}
