// One helper locks, another unlocks, and an error goes through the second one, too.
// CLEAN
#include "kernel.h"
struct bus {
	struct mutex lock;
	int owner;
};

static noinline void bus_claim(struct bus *bus)
{
	mutex_lock(&bus->lock);
	bus->owner++;
}

static noinline void bus_release(struct bus *bus)
{
	bus->owner--;
	mutex_unlock(&bus->lock);
}

int bus_send(struct bus *bus, int byte);

int bus_transfer(struct bus *bus, int byte)
{
	int err;

	bus_claim(bus);
	err = bus_send(bus, byte);
	bus_release(bus);
	return err;
}
