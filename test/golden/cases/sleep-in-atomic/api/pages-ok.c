// Pages are asked for with GFP_ATOMIC under a spinlock, and given back there.
// CLEAN
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
	spin_lock(&frames);
	page = alloc_pages(GFP_ATOMIC, 1);
	spin_unlock(&frames);
}

void frames_alloc_pages_noprof(void)
{
	spin_lock(&frames);
	page = alloc_pages_noprof(GFP_ATOMIC, 1);
	spin_unlock(&frames);
}

void frames_alloc_page(void)
{
	spin_lock(&frames);
	page = alloc_page(GFP_ATOMIC);
	spin_unlock(&frames);
}

void frames_alloc_pages_innermost(void)
{
	spin_lock(&frames);
	page = __alloc_pages(GFP_ATOMIC, 1, 0, NULL);
	spin_unlock(&frames);
}

void frames_alloc_pages_noprof_innermost(void)
{
	spin_lock(&frames);
	page = __alloc_pages_noprof(GFP_ATOMIC, 1, 0, NULL);
	spin_unlock(&frames);
}

void frames_alloc_pages_node(void)
{
	spin_lock(&frames);
	page = alloc_pages_node(0, GFP_ATOMIC, 1);
	spin_unlock(&frames);
}

void frames_alloc_pages_node_noprof(void)
{
	spin_lock(&frames);
	page = alloc_pages_node_noprof(0, GFP_ATOMIC, 1);
	spin_unlock(&frames);
}

void frames_get_free_pages_innermost(void)
{
	spin_lock(&frames);
	address = __get_free_pages(GFP_ATOMIC, 1);
	spin_unlock(&frames);
}

void frames_get_free_pages_noprof(void)
{
	spin_lock(&frames);
	address = get_free_pages_noprof(GFP_ATOMIC, 1);
	spin_unlock(&frames);
}

void frames_get_free_page_innermost(void)
{
	spin_lock(&frames);
	address = __get_free_page(GFP_ATOMIC);
	spin_unlock(&frames);
}

void frames_get_zeroed_page(void)
{
	spin_lock(&frames);
	address = get_zeroed_page(GFP_ATOMIC);
	spin_unlock(&frames);
}

void frames_get_zeroed_page_noprof(void)
{
	spin_lock(&frames);
	address = get_zeroed_page_noprof(GFP_ATOMIC);
	spin_unlock(&frames);
}

void frames_alloc_pages_exact(void)
{
	spin_lock(&frames);
	block = alloc_pages_exact(8192, GFP_ATOMIC);
	spin_unlock(&frames);
}

void frames_alloc_pages_exact_noprof(void)
{
	spin_lock(&frames);
	block = alloc_pages_exact_noprof(8192, GFP_ATOMIC);
	spin_unlock(&frames);
}

void frames_folio_alloc(void)
{
	spin_lock(&frames);
	folio = folio_alloc(GFP_ATOMIC, 1);
	spin_unlock(&frames);
}

void frames_folio_alloc_noprof(void)
{
	spin_lock(&frames);
	folio = folio_alloc_noprof(GFP_ATOMIC, 1);
	spin_unlock(&frames);
}

void frames_vma_alloc_folio(struct vm_area_struct *area)
{
	spin_lock(&frames);
	folio = vma_alloc_folio(GFP_ATOMIC, 0, area, 0, false);
	spin_unlock(&frames);
}

void frames_vma_alloc_folio_noprof(struct vm_area_struct *area)
{
	spin_lock(&frames);
	folio = vma_alloc_folio_noprof(GFP_ATOMIC, 0, area, 0, false);
	spin_unlock(&frames);
}

void frames_dma_alloc_coherent(struct device *dev)
{
	spin_lock(&frames);
	block = dma_alloc_coherent(dev, 4096, &handle, GFP_ATOMIC);
	spin_unlock(&frames);
}

void frames_dma_alloc_attrs(struct device *dev)
{
	spin_lock(&frames);
	block = dma_alloc_attrs(dev, 4096, &handle, GFP_ATOMIC, 0);
	spin_unlock(&frames);
}

void frames_dma_pool_alloc(struct dma_pool *pool)
{
	spin_lock(&frames);
	block = dma_pool_alloc(pool, GFP_ATOMIC, &handle);
	spin_unlock(&frames);
}

void frames_dma_pool_zalloc(struct dma_pool *pool)
{
	spin_lock(&frames);
	block = dma_pool_zalloc(pool, GFP_ATOMIC, &handle);
	spin_unlock(&frames);
}

void frames_alloc_page_vma(struct vm_area_struct *area)
{
	spin_lock(&frames);
	page = alloc_page_vma(GFP_ATOMIC, area, 0);
	spin_unlock(&frames);
}

void frames_alloc_pages_bulk_array(struct page **pages)
{
	spin_lock(&frames);
	count = alloc_pages_bulk_array(GFP_ATOMIC, 4, pages);
	spin_unlock(&frames);
}

void frames_folio_alloc_innermost(void)
{
	spin_lock(&frames);
	folio = __folio_alloc(GFP_ATOMIC, 0, 0, NULL);
	spin_unlock(&frames);
}

void frames_dma_alloc_noncoherent(struct device *dev)
{
	spin_lock(&frames);
	block = dma_alloc_noncoherent(dev, 4096, &handle, DMA_BIDIRECTIONAL, GFP_ATOMIC);
	spin_unlock(&frames);
}

void frames_dmam_alloc_coherent(struct device *dev)
{
	spin_lock(&frames);
	block = dmam_alloc_coherent(dev, 4096, &handle, GFP_ATOMIC);
	spin_unlock(&frames);
}

void frames_free_page(void)
{
	spin_lock(&frames);
	__free_page(page);
	spin_unlock(&frames);
}

void frames_free_pages(void)
{
	spin_lock(&frames);
	free_pages(address, 1);
	spin_unlock(&frames);
}

void frames_dma_pool_free(struct dma_pool *pool)
{
	spin_lock(&frames);
	dma_pool_free(pool, block, handle);
	spin_unlock(&frames);
}
