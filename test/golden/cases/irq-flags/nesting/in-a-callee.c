// A callee turns interrupts on at its end; its caller has them off.
#include "kernel.h" // MISS irq-flags: x
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
	spin_unlock_irq(&stats->lock);
}

void mac_reset(struct mac *mac)
{
	unsigned long flags;

	spin_lock_irqsave(&mac->lock, flags);
	stats_error(&mac->stats);
	spin_unlock_irqrestore(&mac->lock, flags);
}
