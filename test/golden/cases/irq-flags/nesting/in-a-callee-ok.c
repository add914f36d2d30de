// A callee leaves interrupts at its end as it found them.
// CLEAN
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
	unsigned long flags;

	spin_lock_irqsave(&stats->lock, flags);
	stats->errors++;
	spin_unlock_irqrestore(&stats->lock, flags);
}

void mac_reset(struct mac *mac)
{
	unsigned long flags;

	spin_lock_irqsave(&mac->lock, flags);
	stats_error(&mac->stats);
	spin_unlock_irqrestore(&mac->lock, flags);
}
