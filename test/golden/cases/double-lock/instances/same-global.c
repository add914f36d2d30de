// A pointer to a global object and the object itself are one.
#include "kernel.h"
struct clock {
	struct mutex lock;
	int ticks;
};
static struct clock system_clock;

void clock_tick(void)
{
	struct clock *clock = &system_clock;

	mutex_lock(&system_clock.lock);	// 1.1 holds clock.lock
	system_clock.ticks++;
	mutex_lock(&clock->lock);	// 1.2 wants clock.lock
					// BUG double-lock: clock.lock
	clock->ticks++;
	mutex_unlock(&clock->lock);
	mutex_unlock(&system_clock.lock);
}
