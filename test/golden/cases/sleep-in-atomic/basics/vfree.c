// A big table is freed by the timer; vmalloc()ed anew, which sleeps.
#include "kernel.h"
#include <linux/timer.h>
#include <linux/vmalloc.h>
static void *table;
static void table_expire(struct timer_list *timer);
static DEFINE_TIMER(expiry, table_expire);

static void table_expire(struct timer_list *timer)	// 1.1 enters table_expire
{
	table = vmalloc(1 << 20);	// 1.2 sleeps vmalloc()
					// BUG sleep-in-atomic: vmalloc() in softirq context
}
