// The function saves, and the helper that ends the region restores.
// CLEAN
#include "kernel.h"
struct spool {
	spinlock_t lock;
	int jobs;
};

static noinline void spool_unlock(struct spool *spool, unsigned long flags)
{
	spin_unlock_irqrestore(&spool->lock, flags);
}

void spool_add(struct spool *spool)
{
	unsigned long flags;

	spin_lock_irqsave(&spool->lock, flags);
	spool->jobs++;
	spool_unlock(spool, flags);
}
