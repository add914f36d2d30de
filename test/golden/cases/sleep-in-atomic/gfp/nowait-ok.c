// The page is asked for with GFP_KERNEL without __GFP_DIRECT_RECLAIM in a reader of RCU.
// CLEAN
#include "kernel.h"
#include <linux/gfp.h>
struct page *page_get(gfp_t gfp);

struct page *page_of_table(void)
{
	struct page *page;

	rcu_read_lock();
	page = page_get(GFP_KERNEL & ~__GFP_DIRECT_RECLAIM);
	rcu_read_unlock();
	return page;
}
//--- page.c
#include "kernel.h"
#include <linux/gfp.h>
struct page *page_get(gfp_t gfp);

struct page *page_get(gfp_t gfp)
{
	return alloc_page(gfp);
}
