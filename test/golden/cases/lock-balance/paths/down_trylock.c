// down_trylock() returns 0 when it got the semaphore; this driver takes that for a failure.
#include "kernel.h" // MISS lock-balance: x
struct modem {
	struct semaphore sem;
	int dials;
};

int modem_dial(struct modem *modem)
{
	if (!down_trylock(&modem->sem))
		return -EBUSY;
	modem->dials++;
	up(&modem->sem);
	return 0;
}
