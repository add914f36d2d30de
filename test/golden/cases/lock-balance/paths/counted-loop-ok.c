// Of four slots the first free one is taken, and the function gives the lock back.
// CLEAN
#include "kernel.h"
struct slots {
	spinlock_t lock;
	bool used[4];
	int refused;
};

void slots_take(struct slots *slots)
{
	int i;

	spin_lock(&slots->lock);
	for (i = 0; i < 4; i++) {
		if (slots->used[i])
			continue;
		slots->used[i] = true;
		spin_unlock(&slots->lock);
		return;
	}
	slots->refused++;
	spin_unlock(&slots->lock);
}
