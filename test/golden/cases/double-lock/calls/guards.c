// A function under a guard calls another that has a guard of the same mutex.
#include "kernel.h"
struct meter {
	struct mutex lock;
	int level;
};

static noinline void meter_update(struct meter *meter, int level)
{
	guard(mutex)(&meter->lock);	// 1.4 calls class_mutex_constructor
	meter->level = level;
}

void meter_reset(struct meter *meter)
{
	guard(mutex)(&meter->lock);	// 1.1 calls class_mutex_constructor
	if (meter->level)
		meter_update(meter, 0);	// 1.3 calls meter_update
					// 1.2 holds meter.lock in mutex.h
					// 1.5 wants meter.lock in mutex.h
					// BUG double-lock: meter.lock
}
