// The flags are saved in one variable and restored from another.
#include "kernel.h"
struct relay {
	spinlock_t lock;
	int state;
};

void relay_set(struct relay *relay, int state)
{
	unsigned long flags, relay_flags;

	spin_lock_irqsave(&relay->lock, flags);
	relay->state = state;
	spin_unlock_irqrestore(&relay->lock, relay_flags);	// 1.1 releases hardirqs-off
								// BUG irq-flags: hardirqs-off
}
