// The CPU is put where it has no counter, too.
// CLEAN
#include "kernel.h"
static int *counters[NR_CPUS];

int counter_add(void)
{
	int *counter, cpu;

	cpu = get_cpu();
	counter = counters[cpu];
	if (!counter) {
		put_cpu();
		return -ENODEV;
	}
	(*counter)++;
	put_cpu();
	return 0;
}
