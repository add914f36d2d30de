// Behind the return in the middle nothing is held any more.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int forward(int count)
{
	mutex_lock(&a);
	if (!count) {
		mutex_unlock(&a);
		return 0;
	}
	mutex_unlock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
	return count;
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
