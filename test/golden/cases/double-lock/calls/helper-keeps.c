// A helper keeps the lock that its caller takes next.
#include "kernel.h" // MISS double-lock: x
struct pump {
	struct mutex lock;
	int pressure;
};

static noinline void pump_start(struct pump *pump)
{
	mutex_lock(&pump->lock);
	pump->pressure = 1;
}

void pump_cycle(struct pump *pump)
{
	pump_start(pump);
	mutex_lock(&pump->lock);
	pump->pressure = 0;
	mutex_unlock(&pump->lock);
}
