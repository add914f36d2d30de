// The page is asked for with GFP_KERNEL in a reader of RCU.
#include "kernel.h"
#include <linux/gfp.h>
struct page *page_get(gfp_t gfp);

struct page *page_of_table(void)
{
	struct page *page;

	rcu_read_lock();		// 1.1 holds rcu_read_lock
	page = page_get(GFP_KERNEL);	// 1.2 calls page_get
					// BUG sleep-in-atomic: alloc_page() in rcu_read_lock
	rcu_read_unlock();
	return page;
}
//--- page.c
#include "kernel.h"
#include <linux/gfp.h>
struct page *page_get(gfp_t gfp);

struct page *page_get(gfp_t gfp)
{
	return alloc_page(gfp);		// 1.3 sleeps alloc_page()
}
