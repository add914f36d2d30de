// A function under a guard calls another that expects that.
// CLEAN
#include "kernel.h"
struct meter {
	struct mutex lock;
	int level;
};

static noinline void meter_update(struct meter *meter, int level)
{
	lockdep_assert_held(&meter->lock);
	meter->level = level;
}

void meter_reset(struct meter *meter)
{
	guard(mutex)(&meter->lock);
	if (meter->level)
		meter_update(meter, 0);
}
