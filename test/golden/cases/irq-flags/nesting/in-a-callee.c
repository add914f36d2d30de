// A callee turns interrupts on at its end; its caller has them off.
#include "kernel.h"
struct stats {
	spinlock_t lock;
	int errors;
};
struct mac {
	spinlock_t lock;
	struct stats stats;
};

static noinline void stats_error(struct stats *stats)
{
	spin_lock_irq(&stats->lock);
	stats->errors++;
	spin_unlock_irq(&stats->lock);		// 1.3 releases hardirqs-off
}

void mac_reset(struct mac *mac)
{
	unsigned long flags;

	spin_lock_irqsave(&mac->lock, flags);	// 1.1 holds hardirqs-off
	stats_error(&mac->stats);		// 1.2 calls stats_error
						// BUG irq-flags low: hardirqs-off; the callee may
						//    run otherwise where interrupts are off
	spin_unlock_irqrestore(&mac->lock, flags);
}
