// The tasklet waits for the next transfer, in another file.
#include "kernel.h"
#include "dma.h"

static void dma_complete(struct tasklet_struct *tasklet)
{
	struct dma *dma = from_tasklet(dma, tasklet, tasklet);

	dma_next(dma);			// 1.2 calls dma_next
					// BUG sleep-in-atomic: down() in softirq context
}

void dma_start(struct dma *dma)
{
	tasklet_setup(&dma->tasklet, dma_complete);	// 1.1 starts dma_complete
}
//--- dma.h
struct dma {
	struct tasklet_struct tasklet;
	struct semaphore slots;
	int left;
};
void dma_next(struct dma *dma);
//--- next.c
#include "kernel.h"
#include "dma.h"

void dma_next(struct dma *dma)
{
	down(&dma->slots);		// 1.3 sleeps down()
	dma->left--;
}
