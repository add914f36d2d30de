// An interrupt handler of another file takes a mutex.
#include "kernel.h"
#include "nic.h"

int nic_open(struct nic *nic)
{
	return request_irq(nic->irq, nic_interrupt, 0, "nic", nic);	// 1.1 starts nic_interrupt
}
//--- nic.h
struct nic {
	struct mutex lock;
	int irq;
};
irqreturn_t nic_interrupt(int irq, void *data);
//--- interrupt.c
#include "kernel.h"
#include "nic.h"

irqreturn_t nic_interrupt(int irq, void *data)
{
	struct nic *nic = data;

	mutex_lock(&nic->lock);		// 1.2 sleeps mutex_lock()
					// BUG sleep-in-atomic: mutex_lock() in hardirq context
	mutex_unlock(&nic->lock);
	return IRQ_HANDLED;
}
