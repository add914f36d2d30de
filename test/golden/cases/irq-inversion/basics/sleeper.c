// The function also sleeps, so interrupts are on where it takes the handler's lock.
#include "kernel.h"
#include <linux/delay.h>
static DEFINE_SPINLOCK(fifo);
static int level;

static irqreturn_t fifo_interrupt(int irq, void *data)
{
	spin_lock(&fifo);		// 1.2 wants fifo
	level++;
	spin_unlock(&fifo);
	return IRQ_HANDLED;
}

int fifo_start(int irq, void *cookie)
{
	return request_irq(irq, fifo_interrupt, 0, "fifo", cookie);	// 1.1 starts fifo_interrupt
}

void fifo_drain(void)
{
	msleep(1);
	spin_lock(&fifo);		// 2.1 wants fifo
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: fifo
	level = 0;
	spin_unlock(&fifo);
}
