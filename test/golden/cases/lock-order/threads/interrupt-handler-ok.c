// The interrupt handler and the sender agree.
// CLEAN
#include "kernel.h"
struct nic {
	spinlock_t ring;
	spinlock_t stats;
	int irq;
};

static irqreturn_t nic_interrupt(int irq, void *data)
{
	struct nic *nic = data;

	spin_lock(&nic->stats);
	spin_lock(&nic->ring);
	spin_unlock(&nic->ring);
	spin_unlock(&nic->stats);
	return IRQ_HANDLED;
}

int nic_open(struct nic *nic)
{
	return request_irq(nic->irq, nic_interrupt, 0, "nic", nic);
}

void nic_send(struct nic *nic)
{
	unsigned long flags;

	spin_lock_irqsave(&nic->stats, flags);
	spin_lock(&nic->ring);
	spin_unlock(&nic->ring);
	spin_unlock_irqrestore(&nic->stats, flags);
}
