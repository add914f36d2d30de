// spin_trylock_irqsave() saved nothing where it failed, and there the flags are restored.
#include "kernel.h" // MISS irq-flags: x
struct tpm {
	spinlock_t lock;
	int commands;
};

bool tpm_poll(struct tpm *tpm)
{
	unsigned long flags;

	if (!spin_trylock_irqsave(&tpm->lock, flags)) {
		local_irq_restore(flags);
		return false;
	}
	tpm->commands++;
	spin_unlock_irqrestore(&tpm->lock, flags);
	return true;
}
