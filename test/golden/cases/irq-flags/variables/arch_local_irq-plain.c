// In the words of the architecture, interrupts are saved, and then turned on whatever they were.
#include "kernel.h"
static int machine_checks;

void machine_check_note(void)
{
	unsigned long flags;

	flags = arch_local_irq_save();	// 1.1 holds hardirqs-off
	machine_checks++;
	if (machine_checks > 9) {
		arch_local_irq_enable();	// 1.2 releases hardirqs-off
						// BUG irq-flags low: hardirqs-off; that is right where they are
						//    known to be on before
		return;
	}
	arch_local_irq_restore(flags);
}
