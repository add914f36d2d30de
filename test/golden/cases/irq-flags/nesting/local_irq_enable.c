// Interrupts were saved, and are turned on for a slow part, whatever they were.
#include "kernel.h"
static int samples;

void sample_all(void)
{
	unsigned long flags;

	local_irq_save(flags);	// 1.1 holds hardirqs-off
	samples++;
	local_irq_enable();	// 1.2 releases hardirqs-off
				// BUG irq-flags low: hardirqs-off; that is right where interrupts
				//    are known to be on before
	cpu_relax();
	local_irq_disable();
	samples++;
	local_irq_restore(flags);
}
