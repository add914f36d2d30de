// The CPU's own tally is put twice where it overflows.
#include "kernel.h"
static DEFINE_PER_CPU(unsigned int, tally);

void tally_add(void)
{
	unsigned int *mine = &get_cpu_var(tally);	// 1.1 holds preempt-off

	if (++*mine == 0)
		put_cpu_var(tally);			// 1.2 releases preempt-off
	put_cpu_var(tally);				// 1.3 releases preempt-off
							// BUG lock-balance: preempt-off
}
