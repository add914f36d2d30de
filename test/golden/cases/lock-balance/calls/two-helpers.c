// One helper locks, another unlocks, and between them an error returns.
#include "kernel.h" // MISS lock-balance: x
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
	if (err < 0)
		return err;
	bus_release(bus);
	return 0;
}
