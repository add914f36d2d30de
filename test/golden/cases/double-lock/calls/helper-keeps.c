// A helper keeps the lock that its caller takes next.
#include "kernel.h"
struct pump {
	struct mutex lock;
	int pressure;
};

static noinline void pump_start(struct pump *pump)
{
	mutex_lock(&pump->lock);	// 1.2 holds pump.lock
	pump->pressure = 1;
}

void pump_cycle(struct pump *pump)
{
	pump_start(pump);		// 1.1 calls pump_start
	mutex_lock(&pump->lock);	// 1.3 wants pump.lock
					// BUG double-lock: pump.lock
	pump->pressure = 0;
	mutex_unlock(&pump->lock);
}
