// The function returns an error in the pointer with the lock held, the found object without.
#include "kernel.h" // MISS lock-balance: x
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
	if (slot->dead)
		return ERR_PTR(-ENODEV);
	slot->users++;
	mutex_unlock(&bay->lock);
	return slot;
}
