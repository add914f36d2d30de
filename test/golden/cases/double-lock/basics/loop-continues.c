// The loop goes on with the lock held where an entry is skipped, and takes it again.
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
				// MISS double-lock: an acquisition is not compared with itself in
				//    the turn before
		if (lane->idle)
			continue;
		lane->errors = 0;
		spin_unlock(&lane->lock);
	}
}
