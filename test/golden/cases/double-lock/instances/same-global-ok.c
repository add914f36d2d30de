// A pointer to a global object and the object itself are one, and it is locked once.
// CLEAN
#include "kernel.h"
struct clock {
	struct mutex lock;
	int ticks;
};
static struct clock system_clock;

void clock_tick(void)
{
	struct clock *clock = &system_clock;

	mutex_lock(&system_clock.lock);
	system_clock.ticks++;
	clock->ticks++;
	mutex_unlock(&system_clock.lock);
}
