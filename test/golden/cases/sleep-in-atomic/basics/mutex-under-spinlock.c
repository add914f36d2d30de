// A mutex is taken under a spinlock.
#include "kernel.h"
static DEFINE_MUTEX(config);
static DEFINE_SPINLOCK(ring);
static int pending;

void ring_reset(void)
{
	spin_lock(&ring);		// 1.1 holds ring
	pending = 0;
	mutex_lock(&config);		// 1.2 sleeps mutex_lock()
					// BUG sleep-in-atomic: mutex_lock() in ring
	mutex_unlock(&config);
	spin_unlock(&ring);
}
