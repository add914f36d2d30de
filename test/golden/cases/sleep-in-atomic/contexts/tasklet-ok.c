// The tasklet does not wait for the next transfer, in another file.
// CLEAN
#include "kernel.h"
#include "dma.h"

static void dma_complete(struct tasklet_struct *tasklet)
{
	struct dma *dma = from_tasklet(dma, tasklet, tasklet);

	dma_next(dma);
}

void dma_start(struct dma *dma)
{
	tasklet_setup(&dma->tasklet, dma_complete);
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
	if (!down_trylock(&dma->slots))
		dma->left--;
}
