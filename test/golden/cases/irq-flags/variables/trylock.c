// What spin_trylock_irqsave() saved where it succeeded is saved over.
#include "kernel.h"
struct tpm {
	spinlock_t lock, wait_lock;
	int commands, waiting;
};

void tpm_poll(struct tpm *tpm)
{
	unsigned long flags;

	if (!spin_trylock_irqsave(&tpm->lock, flags))	// 1.1 holds hardirqs-off
		return;
	spin_lock_irqsave(&tpm->wait_lock, flags);	// 1.2 holds hardirqs-off
							// BUG irq-flags: hardirqs-off
	tpm->waiting++;
	spin_unlock_irqrestore(&tpm->wait_lock, flags);
	tpm->commands++;
	spin_unlock_irqrestore(&tpm->lock, flags);
}
