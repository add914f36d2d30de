// The function leaves the unlock to the helper that does it for everybody.
// CLEAN
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
	bus_release(bus);
}
