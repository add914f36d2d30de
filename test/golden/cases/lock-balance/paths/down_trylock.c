// down_trylock() returns 0 when it got the semaphore; this driver takes that for a failure.
#include "kernel.h"
struct modem {
	struct semaphore sem;
	int dials;
};

int modem_dial(struct modem *modem)
{
	if (!down_trylock(&modem->sem))	// 1.1 holds modem.sem
		return -EBUSY;
					// BUG lock-balance low: modem.sem; a semaphore may be given
					//    back by another thread
	modem->dials++;
	up(&modem->sem);
	return 0;
}
