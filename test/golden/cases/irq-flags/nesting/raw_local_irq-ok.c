// Inside a region that had interrupts off, an inner pair saves and restores.
// CLEAN
#include "kernel.h"
static int cycles;

void cycles_set(int value)
{
	unsigned long flags, inner;

	raw_local_irq_save(flags);
	raw_local_irq_save(inner);
	cycles = value;
	raw_local_irq_restore(inner);
	raw_local_irq_restore(flags);
	raw_local_irq_disable();
	cycles++;
	raw_local_irq_enable();
}
