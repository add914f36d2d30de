// The search gives its lock back before it looks at what it found.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int search(const int *values, int count, int wanted)
{
	int i, found = -1;

	mutex_lock(&a);
	for (i = 0; i < count; i++) {
		if (values[i] == wanted) {
			found = i;
			break;
		}
	}
	mutex_unlock(&a);
	if (found >= 0) {
		mutex_lock(&b);
		mutex_unlock(&b);
	}
	return found;
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
