// The function was converted to a guard, and no unlock was left.
// CLEAN
#include "kernel.h"
struct fan {
	struct mutex lock;
	int speed;
};

int fan_set(struct fan *fan, int speed)
{
	guard(mutex)(&fan->lock);
	if (speed < 0)
		return -EINVAL;
	fan->speed = speed;
	return 0;
}
