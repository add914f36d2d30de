// A hard interrupt adds to the queue that the tasklet empties, with interrupts on.
#include "kernel.h"
#include "dma.h"

static void dma_bottom(struct tasklet_struct *tasklet)
{
	struct dma *dma = from_tasklet(dma, tasklet, tasklet);

	spin_lock(&dma->lock);		// 2.2 wants dma.lock
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: dma.lock
	dma->done = 0;
	spin_unlock(&dma->lock);
}

void dma_setup(struct dma *dma)
{
	tasklet_setup(&dma->tasklet, dma_bottom);	// 2.1 starts dma_bottom
}
//--- dma.h
struct dma {
	struct tasklet_struct tasklet;
	spinlock_t lock;
	int done;
	int irq;
};
//--- interrupt.c
#include "kernel.h"
#include "dma.h"

static irqreturn_t dma_interrupt(int irq, void *data)
{
	struct dma *dma = data;

	spin_lock(&dma->lock);		// 1.2 wants dma.lock
	dma->done++;
	spin_unlock(&dma->lock);
	tasklet_schedule(&dma->tasklet);
	return IRQ_HANDLED;
}

int dma_listen(struct dma *dma)
{
	return request_irq(dma->irq, dma_interrupt, 0, "dma", dma);	// 1.1 starts dma_interrupt
}
