// An inner pair turns interrupts off and on inside a region that had them off.
#include "kernel.h"
static int level;

void level_set(int value)
{
	unsigned long flags;

	local_irq_save(flags);	// 1.1 holds hardirqs-off
	local_irq_disable();
	level = value;
	local_irq_enable();	// 1.2 releases hardirqs-off
				// BUG irq-flags: hardirqs-off
	local_irq_restore(flags);
}
