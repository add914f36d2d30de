// The CPU is never put where it has no counter.
#include "kernel.h"
static int *counters[NR_CPUS];

int counter_add(void)
{
	int *counter, cpu;

	cpu = get_cpu();	// 1.1 holds preempt-off
	counter = counters[cpu];
	if (!counter)
		return -ENODEV;
				// BUG lock-balance: preempt-off
	(*counter)++;
	put_cpu();		// 2.1 releases preempt-off
	return 0;
}
