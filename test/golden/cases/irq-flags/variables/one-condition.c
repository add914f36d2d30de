// Interrupts are saved for one condition and restored for another.
#include "kernel.h"
static int snapshots;

void snapshot(bool atomic, bool quick)
{
	unsigned long flags;

	if (atomic)
		local_irq_save(flags);
	snapshots++;
	if (quick)
		local_irq_restore(flags);	// 1.1 releases hardirqs-off
						// BUG irq-flags: hardirqs-off
}
