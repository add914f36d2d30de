// In the words of the architecture, flags are saved in one variable and restored from another.
#include "kernel.h"
static int faults;

void fault_note(void)
{
	unsigned long flags, fault_flags;

	flags = arch_local_irq_save();
	faults++;
	arch_local_irq_restore(fault_flags);	// 1.1 releases hardirqs-off
						// BUG irq-flags: hardirqs-off
}
