// The helper asks in_interrupt() which flags it may use, and a timer of another file calls it.
// CLEAN
#include "kernel.h"
#include <linux/timer.h>
static void refill(struct timer_list *timer);
static DEFINE_TIMER(refiller, refill);
void *stock;
void *stock_alloc(size_t size);

static void refill(struct timer_list *timer)
{
	stock = stock_alloc(64);
}
//--- stock.c
#include "kernel.h"
void *stock_alloc(size_t size);

void *stock_alloc(size_t size)
{
	gfp_t gfp = GFP_KERNEL;

	if (in_interrupt())
		gfp = GFP_ATOMIC;
	return kmalloc(size, gfp);
}
