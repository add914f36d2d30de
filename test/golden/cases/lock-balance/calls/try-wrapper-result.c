// The driver's own trylock says whether it got the lock; its user returns false with and without it.
#include "kernel.h"
struct dma_chan_state {
	spinlock_t lock;
	bool busy;
	int jobs;
};

static noinline bool chan_trylock(struct dma_chan_state *chan)
{
	return spin_trylock(&chan->lock);
}

bool chan_submit(struct dma_chan_state *chan)
{
	bool done = false;

	if (!chan_trylock(chan))
		return false;
	if (chan->busy)
		return false;
				// MISS lock-balance: the other return of false never had the lock,
				//    and only one that gave it back is compared
	chan->jobs++;
	done = true;
	spin_unlock(&chan->lock);
	return done;
}
