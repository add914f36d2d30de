// The helper asks nobody which flags it may use, and a timer of another file calls it.
#include "kernel.h"
#include <linux/timer.h>
static void refill(struct timer_list *timer);
static DEFINE_TIMER(refiller, refill);
void *stock;
void *stock_alloc(size_t size);

static void refill(struct timer_list *timer)	// 1.1 enters refill
{
	stock = stock_alloc(64);	// 1.2 calls stock_alloc
					// BUG sleep-in-atomic: kmalloc() in softirq context
}
//--- stock.c
#include "kernel.h"
void *stock_alloc(size_t size);

void *stock_alloc(size_t size)
{
	gfp_t gfp = GFP_KERNEL;

	return kmalloc(size, gfp);	// 1.3 sleeps kmalloc()
}
