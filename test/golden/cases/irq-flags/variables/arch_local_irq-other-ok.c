// In the words of the architecture, flags are saved in one variable and restored from the same.
// CLEAN
#include "kernel.h"
static int faults;

void fault_note(void)
{
	unsigned long flags, fault_flags;

	flags = arch_local_irq_save();
	faults++;
	arch_local_irq_restore(flags);
}
