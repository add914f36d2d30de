// The function saves, and the helper that ends the region enables.
#include "kernel.h"
struct spool {
	spinlock_t lock;
	int jobs;
};

static noinline void spool_unlock(struct spool *spool)
{
	spin_unlock_irq(&spool->lock);
}

void spool_add(struct spool *spool)
{
	unsigned long flags;

	spin_lock_irqsave(&spool->lock, flags);
	spool->jobs++;
	spool_unlock(spool);
				// MISS irq-flags: a callee that ends a region of its caller is
				//    taken to restore
}
