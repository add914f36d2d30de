// The tasklet is killed under the spinlock that it takes.
#include "kernel.h"
#include "dma.h"

static void dma_bottom(struct tasklet_struct *tasklet)	// 2.2 holds dma.tasklet
{
	struct dma *dma = from_tasklet(dma, tasklet, tasklet);

	spin_lock(&dma->lock);		// 2.3 wants dma.lock
	dma->done++;
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
};
//--- stop.c
#include "kernel.h"
#include "dma.h"

void dma_stop(struct dma *dma)
{
	spin_lock_bh(&dma->lock);	// 1.1 holds dma.lock
	dma->done = 0;
	tasklet_kill(&dma->tasklet);	// 1.2 waits dma.tasklet
					// BUG wait-under-lock: dma.lock -> dma.tasklet -> dma.lock
	spin_unlock_bh(&dma->lock);
}
