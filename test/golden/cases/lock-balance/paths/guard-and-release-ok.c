// A guard holds the mutex for the whole function, which leaves the unlock to it.
// CLEAN
#include "kernel.h"
struct fan {
	struct mutex lock;
	int speed;
};

void fan_stop(struct fan *fan)
{
	guard(mutex)(&fan->lock);
	fan->speed = 0;
}
