// The search stops with the lock held when it finds something, and the lock is given back too late.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int search(const int *values, int count, int wanted)
{
	int i, found = -1;

	mutex_lock(&a);				// 1.1 holds a
	for (i = 0; i < count; i++) {
		if (values[i] == wanted) {
			found = i;
			break;
		}
	}
	if (found >= 0) {
		mutex_lock(&b);			// 1.2 wants b
						// BUG lock-order: a -> b -> a
		mutex_unlock(&b);
	}
	mutex_unlock(&a);
	return found;
}

void backward(void)
{
	mutex_lock(&b);				// 2.1 holds b
	mutex_lock(&a);				// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
