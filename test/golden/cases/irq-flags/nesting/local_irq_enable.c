// Interrupts were saved, and are turned on for a slow part, whatever they were.
#include "kernel.h" // MISS irq-flags: x
static int samples;

void sample_all(void)
{
	unsigned long flags;

	local_irq_save(flags);
	samples++;
	local_irq_enable();
	cpu_relax();
	local_irq_disable();
	samples++;
	local_irq_restore(flags);
}
