// A function under a guard calls another that has a guard of the same mutex.
#include "kernel.h" // MISS double-lock: x
struct meter {
	struct mutex lock;
	int level;
};

static noinline void meter_update(struct meter *meter, int level)
{
	guard(mutex)(&meter->lock);
	meter->level = level;
}

void meter_reset(struct meter *meter)
{
	guard(mutex)(&meter->lock);
	if (meter->level)
		meter_update(meter, 0);
}
