// Which lock is taken depends on the direction, and it is given back first.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void transfer(bool out)
{
	struct mutex *lock = out ? &a : NULL;

	if (lock)
		mutex_lock(lock);
	if (lock)
		mutex_unlock(lock);
	mutex_lock(&b);
	mutex_unlock(&b);
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
