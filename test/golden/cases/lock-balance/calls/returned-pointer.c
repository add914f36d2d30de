// The lookup returns a slot locked, or NULL; an early return of its user forgets the lock.
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
	mutex_lock(&slot->lock);			// 1.2 holds slot.lock
	return slot;
}

int slot_eject(int id)
{
	struct slot *slot = slot_get_locked(id);	// 1.1 calls slot_get_locked

	if (!slot)
		return -ENOENT;
	if (slot->state == 2)
		return -EALREADY;
							// BUG lock-balance low: slot.lock; one of many in an array
	slot->state = 2;
	mutex_unlock(&slot->lock);			// 2.1 releases slot.lock
	return 0;
}
