// Interrupts are saved and restored for the same condition.
// CLEAN
#include "kernel.h"
static int snapshots;

void snapshot(bool atomic, bool quick)
{
	unsigned long flags;

	if (atomic)
		local_irq_save(flags);
	snapshots++;
	if (atomic)
		local_irq_restore(flags);
}
