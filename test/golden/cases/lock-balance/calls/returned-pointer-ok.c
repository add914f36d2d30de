// The lookup returns a slot locked, or NULL, and its user unlocks it on every path.
// CLEAN
#include "kernel.h"
struct slot {
	struct mutex lock;
	int id, state;
};
static struct slot *slots[4];

static noinline struct slot *slot_get_locked(int id)
{
	struct slot *slot = slots[id & 3];

	if (!slot || slot->id != id)
		return NULL;
	mutex_lock(&slot->lock);
	return slot;
}

int slot_eject(int id)
{
	struct slot *slot = slot_get_locked(id);

	if (!slot)
		return -ENOENT;
	if (slot->state == 2) {
		mutex_unlock(&slot->lock);
		return -EALREADY;
	}
	slot->state = 2;
	mutex_unlock(&slot->lock);
	return 0;
}
