// An interrupt handler of another file, which is run in a thread, takes a mutex.
// CLEAN
#include "kernel.h"
#include "nic.h"

int nic_open(struct nic *nic)
{
	return request_threaded_irq(nic->irq, NULL, nic_interrupt, 0, "nic", nic);
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

	mutex_lock(&nic->lock);
	mutex_unlock(&nic->lock);
	return IRQ_HANDLED;
}
