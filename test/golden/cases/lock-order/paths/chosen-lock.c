// Which lock is taken depends on the direction, and one of the two is wrong.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void transfer(bool out)
{
	struct mutex *lock = out ? &a : NULL;

	if (lock)
		mutex_lock(lock);
	mutex_lock(&b);
				// MISS lock-order: a -> b -> a;
				//    the two values of the pointer are joined where nothing is held yet
	mutex_unlock(&b);
	if (lock)
		mutex_unlock(lock);
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
