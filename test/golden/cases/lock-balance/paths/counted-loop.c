// Of four slots the first free one is taken, and the function returns with the lock.
#include "kernel.h"
struct slots {
	spinlock_t lock;
	bool used[4];
	int refused;
};

void slots_take(struct slots *slots)
{
	int i;

	spin_lock(&slots->lock);	// 1.1 holds slots.lock
	for (i = 0; i < 4; i++) {
		if (slots->used[i])
			continue;
		slots->used[i] = true;
		return;
				// BUG lock-balance: slots.lock
	}
	slots->refused++;
	spin_unlock(&slots->lock);	// 2.1 releases slots.lock
}
