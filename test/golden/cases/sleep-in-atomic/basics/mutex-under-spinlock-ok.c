// The spinlock is given back before the mutex is taken.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(config);
static DEFINE_SPINLOCK(ring);
static int pending;

void ring_reset(void)
{
	spin_lock(&ring);
	pending = 0;
	spin_unlock(&ring);
	mutex_lock(&config);
	mutex_unlock(&config);
}
