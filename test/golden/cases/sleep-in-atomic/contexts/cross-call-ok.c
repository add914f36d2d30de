// A function that runs on one processor, in a work, takes a mutex.
// CLEAN
#include "kernel.h"
#include <linux/smp.h>
void counters_merge(void);

static long counters_collect(void *unused)
{
	counters_merge();
	return 0;
}

void counters_read(void)
{
	work_on_cpu(0, counters_collect, NULL);
}
//--- merge.c
#include "kernel.h"
static DEFINE_MUTEX(totals);
void counters_merge(void);

void counters_merge(void)
{
	mutex_lock(&totals);
	mutex_unlock(&totals);
}
