// The driver's own trylock says whether it got the lock; its user returns early with it.
#include "kernel.h" // MISS lock-balance: x
struct dma_chan_state {
	spinlock_t lock;
	bool busy;
	int jobs;
};

static noinline bool chan_trylock(struct dma_chan_state *chan)
{
	return spin_trylock(&chan->lock);
}

void chan_poll(struct dma_chan_state *chan)
{
	if (!chan_trylock(chan))
		return;
	if (chan->busy)
		return;
	chan->jobs++;
	spin_unlock(&chan->lock);
}
