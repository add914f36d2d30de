// A function that nobody calls here takes the handler's lock after it turned interrupts off.
// CLEAN
#include "kernel.h"
#include "fifo.h"

void fifo_drain(struct fifo *fifo)
{
	spin_lock_irq(&fifo->lock);
	fifo->level = 0;
	spin_unlock_irq(&fifo->lock);
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

	spin_lock(&fifo->lock);
	fifo->level++;
	spin_unlock(&fifo->lock);
	return IRQ_HANDLED;
}

int fifo_start(struct fifo *fifo)
{
	return request_irq(fifo->irq, fifo_interrupt, 0, "fifo", fifo);
}
