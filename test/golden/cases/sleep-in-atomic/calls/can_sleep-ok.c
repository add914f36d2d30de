// The caller holds a spinlock and says that the callee must not sleep.
// CLEAN
#include "kernel.h"
#include "pin.h"

void pin_toggle(struct pin *pin)
{
	spin_lock(&pin->lock);
	pin_set(pin, !pin->level, false);
	spin_unlock(&pin->lock);
}
//--- pin.h
struct pin {
	spinlock_t lock;
	struct mutex bus;
	int level;
};
void pin_set(struct pin *pin, int level, bool can_sleep);
//--- pin.c
#include "kernel.h"
#include "pin.h"

void pin_set(struct pin *pin, int level, bool can_sleep)
{
	if (can_sleep)
		mutex_lock(&pin->bus);
	pin->level = level;
	if (can_sleep)
		mutex_unlock(&pin->bus);
}
