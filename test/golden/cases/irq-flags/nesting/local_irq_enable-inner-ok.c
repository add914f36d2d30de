// The inner pair saves and restores inside a region that had interrupts off.
// CLEAN
#include "kernel.h"
static int level;

void level_set(int value)
{
	unsigned long flags, inner;

	local_irq_save(flags);
	local_irq_save(inner);
	level = value;
	local_irq_restore(inner);
	local_irq_restore(flags);
}
