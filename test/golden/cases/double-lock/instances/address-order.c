// Two tanks are known to differ, but nothing says which one comes first.
#include "kernel.h"
struct tank {
	struct mutex lock;
	int liters;
};

void tank_pump(struct tank *from, struct tank *to)
{
	if (from == to)
		return;
	mutex_lock(&from->lock);	// 1.1 holds tank.lock
	mutex_lock(&to->lock);		// 1.2 wants tank.lock
					// BUG double-lock low: tank.lock; two instances of one class
	from->liters--;
	to->liters++;
	mutex_unlock(&to->lock);
	mutex_unlock(&from->lock);
}
