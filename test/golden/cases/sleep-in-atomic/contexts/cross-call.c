// A function that runs on every processor in its interrupt takes a mutex.
#include "kernel.h"
#include <linux/smp.h>
void counters_merge(void);

static void counters_collect(void *unused)
{
	counters_merge();		// 1.2 calls counters_merge
					// BUG sleep-in-atomic: mutex_lock() in hardirq context
}

void counters_read(void)
{
	on_each_cpu(counters_collect, NULL, 1);	// 1.1 starts counters_collect
}
//--- merge.c
#include "kernel.h"
static DEFINE_MUTEX(totals);
void counters_merge(void);

void counters_merge(void)
{
	mutex_lock(&totals);		// 1.3 sleeps mutex_lock()
	mutex_unlock(&totals);
}
