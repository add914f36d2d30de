// The function returns an error in the pointer with the lock held, the found object without.
#include "kernel.h"
#include <linux/err.h>
struct slot {
	int users;
	bool dead;
};
struct bay {
	struct mutex lock;
	struct slot slots[8];
};

struct slot *bay_slot(struct bay *bay, int number)
{
	struct slot *slot = &bay->slots[number];

	mutex_lock(&bay->lock);		// 1.1 holds bay.lock
	if (slot->dead)
		return ERR_PTR(-ENODEV);
					// BUG lock-balance: bay.lock
	slot->users++;
	mutex_unlock(&bay->lock);	// 2.1 releases bay.lock
	return slot;
}
