// The path with the lock held ends: BUG() does not return.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(int users)
{
	mutex_lock(&a);
	if (users < 0)
		BUG();
	else
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
