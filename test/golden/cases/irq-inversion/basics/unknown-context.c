// A function that nobody calls here takes the handler's lock, perhaps with interrupts on.
#include "kernel.h"
#include "fifo.h"

void fifo_drain(struct fifo *fifo)
{
	spin_lock(&fifo->lock);		// 2.1 wants fifo.lock
					// BUG irq-inversion low: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: fifo.lock;
					//    nobody here calls fifo_drain(): perhaps only with interrupts off
	fifo->level = 0;
	spin_unlock(&fifo->lock);
}
//--- fifo.h
struct fifo {
	spinlock_t lock;
	int level;
	int irq;
};
//--- interrupt.c
#include "kernel.h"
#include "fifo.h"

static irqreturn_t fifo_interrupt(int irq, void *data)
{
	struct fifo *fifo = data;

	spin_lock(&fifo->lock);		// 1.2 wants fifo.lock
	fifo->level++;
	spin_unlock(&fifo->lock);
	return IRQ_HANDLED;
}

int fifo_start(struct fifo *fifo)
{
	return request_irq(fifo->irq, fifo_interrupt, 0, "fifo", fifo);	// 1.1 starts fifo_interrupt
}
