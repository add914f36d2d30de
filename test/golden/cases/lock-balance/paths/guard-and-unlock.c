// The function was converted to a guard, and one unlock was left.
#include "kernel.h"
struct fan {
	struct mutex lock;
	int speed;
};

int fan_set(struct fan *fan, int speed)
{
	guard(mutex)(&fan->lock);
	if (speed < 0) {
		mutex_unlock(&fan->lock);
		return -EINVAL;
				// MISS lock-balance: the second release is in a callee, the
				//    destructor of the guard
	}
	fan->speed = speed;
	return 0;
}
