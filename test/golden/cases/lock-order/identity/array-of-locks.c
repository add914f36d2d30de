// An array of bare locks, indexed by a hash.
#include "kernel.h"
static spinlock_t locks[8];
static DEFINE_SPINLOCK(rehash);

void forward(unsigned int hash)
{
	spin_lock(&locks[hash & 7]);		// 1.1 holds locks
	spin_lock(&rehash);			// 1.2 wants rehash
						// BUG lock-order medium: locks -> rehash -> locks; one of many
	spin_unlock(&rehash);
	spin_unlock(&locks[hash & 7]);
}

void backward(unsigned int hash)
{
	spin_lock(&rehash);			// 2.1 holds rehash
	spin_lock(locks + hash % 8);		// 2.2 wants locks
	spin_unlock(locks + hash % 8);
	spin_unlock(&rehash);
}
