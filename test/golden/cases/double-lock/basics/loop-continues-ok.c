// The loop gives the lock back where an entry is skipped, too.
// CLEAN
#include "kernel.h"
struct lane {
	spinlock_t lock;
	bool idle;
	int errors;
};

void lane_scan(struct lane *lane, int turns)
{
	while (turns--) {
		spin_lock(&lane->lock);
		if (lane->idle) {
			spin_unlock(&lane->lock);
			continue;
		}
		lane->errors = 0;
		spin_unlock(&lane->lock);
	}
}
