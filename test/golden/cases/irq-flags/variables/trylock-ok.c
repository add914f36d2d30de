// spin_trylock_irqsave() saves nothing where it fails, and there the variable is free for another lock.
// CLEAN
#include "kernel.h"
struct tpm {
	spinlock_t lock, wait_lock;
	int commands, waiting;
};

void tpm_poll(struct tpm *tpm)
{
	unsigned long flags;

	if (!spin_trylock_irqsave(&tpm->lock, flags)) {
		spin_lock_irqsave(&tpm->wait_lock, flags);
		tpm->waiting++;
		spin_unlock_irqrestore(&tpm->wait_lock, flags);
		return;
	}
	tpm->commands++;
	spin_unlock_irqrestore(&tpm->lock, flags);
}
