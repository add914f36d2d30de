// A helper pair turns interrupts off and on inside a region that had them off.
#include "kernel.h" // MISS irq-flags: x
static int level;

void level_set(int value)
{
	unsigned long flags;

	local_irq_save(flags);
	local_irq_disable();
	level = value;
	local_irq_enable();
	local_irq_restore(flags);
}
