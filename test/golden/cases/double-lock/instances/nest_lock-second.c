// A valve is locked under another one, and under no lock that lets them nest.
#include "kernel.h"
struct valve {
	spinlock_t lock;
	int open;
};

void valves_switch(struct valve *from, struct valve *to)
{
	spin_lock(&from->lock);	// 1.1 holds valve.lock
	spin_lock(&to->lock);	// 1.2 wants valve.lock
				// BUG double-lock low: valve.lock; two instances of one class
	from->open = 0;
	to->open = 1;
	spin_unlock(&to->lock);
	spin_unlock(&from->lock);
}
