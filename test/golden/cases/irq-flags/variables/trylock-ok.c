// spin_trylock_irqsave() saved nothing where it failed, and nothing is restored there.
// CLEAN
#include "kernel.h"
struct tpm {
	spinlock_t lock;
	int commands;
};

bool tpm_poll(struct tpm *tpm)
{
	unsigned long flags;

	if (!spin_trylock_irqsave(&tpm->lock, flags)) {
		return false;
	}
	tpm->commands++;
	spin_unlock_irqrestore(&tpm->lock, flags);
	return true;
}
