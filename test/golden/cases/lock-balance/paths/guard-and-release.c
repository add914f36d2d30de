// A guard holds the mutex for the whole function, which unlocks it all the same.
#include "kernel.h"
struct fan {
	struct mutex lock;
	int speed;
};

void fan_stop(struct fan *fan)
{
	guard(mutex)(&fan->lock);
	fan->speed = 0;
	mutex_unlock(&fan->lock);
				// MISS lock-balance: the second release is in a callee, the
				//    destructor of the guard
}
