// What lockdep does not see either: an inner pair turns interrupts on inside a region that had them off.
#include "kernel.h"
static int cycles;

void cycles_set(int value)
{
	unsigned long flags;

	raw_local_irq_save(flags);	// 1.1 holds hardirqs-off
	raw_local_irq_disable();
	cycles = value;
	raw_local_irq_enable();		// 1.2 releases hardirqs-off
					// BUG irq-flags: hardirqs-off
	raw_local_irq_restore(flags);
}
