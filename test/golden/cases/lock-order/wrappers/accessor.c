// Each side finds the lock through an accessor, one of them through two.
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
	mutex_lock(slot_lock(slot));		// 1.1 holds bus.lock
	mutex_lock(&topology);			// 1.2 wants topology
						// BUG lock-order: bus.lock -> topology -> bus.lock
	mutex_unlock(&topology);
	mutex_unlock(slot_lock(slot));
}

void topology_scan(struct slot *slot)
{
	mutex_lock(&topology);			// 2.1 holds topology
	mutex_lock(&slot_bus(slot)->lock);	// 2.2 wants bus.lock
	mutex_unlock(&slot_bus(slot)->lock);
	mutex_unlock(&topology);
}
