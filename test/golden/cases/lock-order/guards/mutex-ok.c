// The scope of the guard ends before the other mutex is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(int count)
{
	{
		guard(mutex)(&a);
		if (!count)
			return;
	}
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
