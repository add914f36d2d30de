// A mutex is made anew while it is held, to forget who waits.
#include "kernel.h"
struct modem {
	struct mutex lock;
	int resets;
};

void modem_reset(struct modem *modem)
{
	mutex_lock(&modem->lock);	// 1.1 holds modem.lock
	modem->resets++;
	mutex_init(&modem->lock);
					// BUG lock-balance: modem.lock
	mutex_unlock(&modem->lock);
}
