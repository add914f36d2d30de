// The function unlocks, and then calls the helper that does it for everybody.
#include "kernel.h"
struct bus {
	struct mutex lock;
	int owner;
};

static noinline void bus_release(struct bus *bus)
{
	bus->owner--;
	mutex_unlock(&bus->lock);
}

void bus_reset(struct bus *bus)
{
	mutex_lock(&bus->lock);
	bus->owner = 1;
	mutex_unlock(&bus->lock);
	bus_release(bus);
				// MISS lock-balance: the second release is in a callee
}
