// A helper gives the lock back that its caller takes next.
// CLEAN
#include "kernel.h"
struct pump {
	struct mutex lock;
	int pressure;
};

static noinline void pump_start(struct pump *pump)
{
	mutex_lock(&pump->lock);
	pump->pressure = 1;
	mutex_unlock(&pump->lock);
}

void pump_cycle(struct pump *pump)
{
	pump_start(pump);
	mutex_lock(&pump->lock);
	pump->pressure = 0;
	mutex_unlock(&pump->lock);
}
