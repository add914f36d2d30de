// In an early trap, an inner pair turns interrupts on inside a region that had them off.
#include "kernel.h"
static int traps;

void trap_note(void)
{
	unsigned long flags;

	flags = arch_local_irq_save();	// 1.1 holds hardirqs-off
	arch_local_irq_disable();
	traps++;
	arch_local_irq_enable();	// 1.2 releases hardirqs-off
					// BUG irq-flags: hardirqs-off
	arch_local_irq_restore(flags);
}
