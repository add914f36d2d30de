// The CPU's own tally is put once, where it overflows as well.
// CLEAN
#include "kernel.h"
static DEFINE_PER_CPU(unsigned int, tally);

void tally_add(void)
{
	unsigned int *mine = &get_cpu_var(tally);

	if (++*mine == 0) {
		put_cpu_var(tally);
		return;
	}
	put_cpu_var(tally);
}
