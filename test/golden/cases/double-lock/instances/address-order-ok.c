// Of two tanks the one with the lower address comes first.
// CLEAN
#include "kernel.h"
struct tank {
	struct mutex lock;
	int liters;
};

void tank_pump(struct tank *from, struct tank *to)
{
	if (from == to)
		return;
	if (from < to) {
		mutex_lock(&from->lock);
		mutex_lock(&to->lock);
	} else {
		mutex_lock(&to->lock);
		mutex_lock(&from->lock);
	}
	from->liters--;
	to->liters++;
	mutex_unlock(&to->lock);
	mutex_unlock(&from->lock);
}
