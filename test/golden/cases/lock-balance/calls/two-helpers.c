// One helper locks, another unlocks, and between them an error returns.
#include "kernel.h"
struct bus {
	struct mutex lock;
	int owner;
};

static noinline void bus_claim(struct bus *bus)
{
	mutex_lock(&bus->lock);	// 1.2 holds bus.lock
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

	bus_claim(bus);		// 1.1 calls bus_claim
	err = bus_send(bus, byte);
	if (err < 0)
		return err;
				// BUG lock-balance: bus.lock
	bus_release(bus);	// 2.1 releases bus.lock
	return 0;
}
