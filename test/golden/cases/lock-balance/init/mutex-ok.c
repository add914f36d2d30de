// A mutex is made before it is taken.
// CLEAN
#include "kernel.h"
struct modem {
	struct mutex lock;
	int resets;
};

void modem_reset(struct modem *modem)
{
	mutex_init(&modem->lock);
	mutex_lock(&modem->lock);
	modem->resets++;
	mutex_unlock(&modem->lock);
}
