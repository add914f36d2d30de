// Two macros of the driver save the interrupt flag in the same variable of their user.
#include "kernel.h"
struct nic {
	spinlock_t tx_lock, stats_lock;
	int sent;
};

#define nic_tx_lock(nic)	spin_lock_irqsave(&(nic)->tx_lock, flags)
#define nic_tx_unlock(nic)	spin_unlock_irqrestore(&(nic)->tx_lock, flags)
#define nic_stats_lock(nic)	spin_lock_irqsave(&(nic)->stats_lock, flags)
#define nic_stats_unlock(nic)	spin_unlock_irqrestore(&(nic)->stats_lock, flags)

void nic_xmit(struct nic *nic)
{
	unsigned long flags;

	nic_tx_lock(nic);	// 1.1 holds hardirqs-off
	nic_stats_lock(nic);	// 1.2 holds hardirqs-off
				// BUG irq-flags: hardirqs-off
	nic->sent++;
	nic_stats_unlock(nic);
	nic_tx_unlock(nic);
}
