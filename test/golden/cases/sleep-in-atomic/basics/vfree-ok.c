// A big table is freed by the timer; vfree() knows interrupts and leaves it to a work.
// CLEAN
#include "kernel.h"
#include <linux/timer.h>
#include <linux/vmalloc.h>
static void *table;
static void table_expire(struct timer_list *timer);
static DEFINE_TIMER(expiry, table_expire);

static void table_expire(struct timer_list *timer)
{
	vfree(table);
}
