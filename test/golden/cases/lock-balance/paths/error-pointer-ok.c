// The function gives the lock back, whether it returns the object or an error in the pointer.
// CLEAN
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

	mutex_lock(&bay->lock);
	if (slot->dead) {
		mutex_unlock(&bay->lock);
		return ERR_PTR(-ENODEV);
	}
	slot->users++;
	mutex_unlock(&bay->lock);
	return slot;
}
