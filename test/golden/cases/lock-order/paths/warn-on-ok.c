// Where WARN_ON is a condition, its branch gives the lock back, and so does the other.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(int users)
{
	mutex_lock(&a);
	if (WARN_ON(users < 0)) {
		mutex_unlock(&a);
		return;
	}
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
