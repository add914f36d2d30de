// A flag remembers that the lock is held, and the other lock is taken where it is not set.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(int work)
{
	bool locked = false;

	if (work > 2) {
		mutex_lock(&a);
		locked = true;
	}
	if (!locked) {
		mutex_lock(&b);
		mutex_unlock(&b);
	}
	if (locked)
		mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
