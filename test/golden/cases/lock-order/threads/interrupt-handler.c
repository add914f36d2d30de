// The interrupt handler takes the ring's lock first, the sender the statistics'.
#include "kernel.h"
struct nic {
	spinlock_t ring;
	spinlock_t stats;
	int irq;
};

static irqreturn_t nic_interrupt(int irq, void *data)
{
	struct nic *nic = data;

	spin_lock(&nic->ring);			// 1.2 holds nic.ring
	spin_lock(&nic->stats);			// 1.3 wants nic.stats
						// BUG lock-order: nic.ring -> nic.stats -> nic.ring
	spin_unlock(&nic->stats);
	spin_unlock(&nic->ring);
	return IRQ_HANDLED;
}

int nic_open(struct nic *nic)
{
	return request_irq(nic->irq, nic_interrupt, 0, "nic", nic);	// 1.1 starts nic_interrupt
}

void nic_send(struct nic *nic)
{
	unsigned long flags;

	spin_lock_irqsave(&nic->stats, flags);	// 2.1 holds nic.stats
	spin_lock(&nic->ring);			// 2.2 wants nic.ring
	spin_unlock(&nic->ring);
	spin_unlock_irqrestore(&nic->stats, flags);
}
