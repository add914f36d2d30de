// In the words of the architecture, interrupts are saved, and restored on each path.
// CLEAN
#include "kernel.h"
static int machine_checks;

void machine_check_note(void)
{
	unsigned long flags;

	flags = arch_local_irq_save();
	machine_checks++;
	if (machine_checks > 9) {
		arch_local_irq_restore(flags);
		return;
	}
	arch_local_irq_restore(flags);
}
