// A valve is locked under another one, and the lock of the pipe lets them nest.
// CLEAN
#include "kernel.h"
struct valve {
	spinlock_t lock;
	int open;
};
static DEFINE_MUTEX(pipe);

void valves_switch(struct valve *from, struct valve *to)
{
	mutex_lock(&pipe);
	spin_lock(&from->lock);
	spin_lock_nest_lock(&to->lock, &pipe);
	from->open = 0;
	to->open = 1;
	spin_unlock(&to->lock);
	spin_unlock(&from->lock);
	mutex_unlock(&pipe);
}
