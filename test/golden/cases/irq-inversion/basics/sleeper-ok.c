// The function also sleeps, so interrupts are on where it takes the handler's lock, but for spin_lock_irq().
// CLEAN
#include "kernel.h"
#include <linux/delay.h>
static DEFINE_SPINLOCK(fifo);
static int level;

static irqreturn_t fifo_interrupt(int irq, void *data)
{
	spin_lock(&fifo);
	level++;
	spin_unlock(&fifo);
	return IRQ_HANDLED;
}

int fifo_start(int irq, void *cookie)
{
	return request_irq(irq, fifo_interrupt, 0, "fifo", cookie);
}

void fifo_drain(void)
{
	msleep(1);
	spin_lock_irq(&fifo);
	level = 0;
	spin_unlock_irq(&fifo);
}
