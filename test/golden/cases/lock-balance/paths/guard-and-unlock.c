// The function was converted to a guard, and one unlock was left.
#include "kernel.h" // MISS lock-balance: x
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
	}
	fan->speed = speed;
	return 0;
}
