// Where a signal interrupted the wait nothing is held, and the other lock may be taken.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int forward(void)
{
	int err = mutex_lock_interruptible(&a);

	if (err) {
		mutex_lock(&b);
		mutex_unlock(&b);
		return err;
	}
	mutex_unlock(&a);
	return err;
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
