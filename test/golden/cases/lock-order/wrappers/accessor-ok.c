// Each side finds the lock through an accessor, and the first gives it back first.
// CLEAN
#include "kernel.h"
struct bus {
	struct mutex lock;
};
struct slot {
	struct bus *bus;
};
static DEFINE_MUTEX(topology);

static inline struct bus *slot_bus(struct slot *slot)
{
	return slot->bus;
}

static inline struct mutex *slot_lock(struct slot *slot)
{
	return &slot_bus(slot)->lock;
}

void slot_enable(struct slot *slot)
{
	mutex_lock(slot_lock(slot));
	mutex_unlock(slot_lock(slot));
	mutex_lock(&topology);
	mutex_unlock(&topology);
}

void topology_scan(struct slot *slot)
{
	mutex_lock(&topology);
	mutex_lock(&slot_bus(slot)->lock);
	mutex_unlock(&slot_bus(slot)->lock);
	mutex_unlock(&topology);
}
