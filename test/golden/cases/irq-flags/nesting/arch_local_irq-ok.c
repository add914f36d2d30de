// In an early trap, an inner pair saves and restores inside a region that had interrupts off.
// CLEAN
#include "kernel.h"
static int traps;

void trap_note(void)
{
	unsigned long flags, inner;

	flags = arch_local_irq_save();
	inner = arch_local_irq_save();
	traps++;
	arch_local_irq_restore(inner);
	arch_local_irq_restore(flags);
	arch_local_irq_disable();
	traps++;
	arch_local_irq_enable();
}
