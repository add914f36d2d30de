// Interrupts were saved, and are restored for a slow part.
// CLEAN
#include "kernel.h"
static int samples;

void sample_all(void)
{
	unsigned long flags;

	local_irq_save(flags);
	samples++;
	local_irq_restore(flags);
	cpu_relax();
	local_irq_save(flags);
	samples++;
	local_irq_restore(flags);
}
