// The lock is taken and given back on the same condition before the other lock is taken.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(bool shared)
{
	if (shared)
		mutex_lock(&a);
	if (shared)
		mutex_unlock(&a);
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
