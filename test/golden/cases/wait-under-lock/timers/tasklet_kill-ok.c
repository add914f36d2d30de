// The tasklet is killed after the spinlock that it takes.
// CLEAN
#include "kernel.h"
#include "dma.h"

static void dma_bottom(struct tasklet_struct *tasklet)
{
	struct dma *dma = from_tasklet(dma, tasklet, tasklet);

	spin_lock(&dma->lock);
	dma->done++;
	spin_unlock(&dma->lock);
}

void dma_setup(struct dma *dma)
{
	tasklet_setup(&dma->tasklet, dma_bottom);
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
	spin_lock_bh(&dma->lock);
	dma->done = 0;
	spin_unlock_bh(&dma->lock);
	tasklet_kill(&dma->tasklet);
}
