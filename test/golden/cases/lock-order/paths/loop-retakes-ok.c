// The worker drops its lock for each item, and only then wants the other one.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void worker(int items)
{
	mutex_lock(&a);
	while (items--) {
		mutex_unlock(&a);
		mutex_lock(&b);
		mutex_unlock(&b);
		cond_resched();
		mutex_lock(&a);
	}
	mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
