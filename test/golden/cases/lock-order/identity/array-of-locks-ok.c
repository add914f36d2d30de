// The element of the array is given back before the other lock is taken.
// CLEAN
#include "kernel.h"
static spinlock_t locks[8];
static DEFINE_SPINLOCK(rehash);

void forward(unsigned int hash)
{
	spin_lock(&locks[hash & 7]);
	spin_unlock(&locks[hash & 7]);
	spin_lock(&rehash);
	spin_unlock(&rehash);
}

void backward(unsigned int hash)
{
	spin_lock(&rehash);
	spin_lock(locks + hash % 8);
	spin_unlock(locks + hash % 8);
	spin_unlock(&rehash);
}
