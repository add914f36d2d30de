// The driver's own trylock says whether it got the lock; its user returns early with it.
#include "kernel.h"
struct dma_chan_state {
	spinlock_t lock;
	bool busy;
	int jobs;
};

static noinline bool chan_trylock(struct dma_chan_state *chan)
{
	return spin_trylock(&chan->lock);	// 1.2 holds dma_chan_state.lock
}

void chan_poll(struct dma_chan_state *chan)
{
	if (!chan_trylock(chan))		// 1.1 calls chan_trylock
		return;
	if (chan->busy)
		return;
						// BUG lock-balance: dma_chan_state.lock
	chan->jobs++;
	spin_unlock(&chan->lock);		// 2.1 releases dma_chan_state.lock
}
