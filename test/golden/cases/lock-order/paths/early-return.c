// A return in the middle is not the end of the function.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int forward(int count)
{
	mutex_lock(&a);			// 1.1 holds a
	if (!count) {
		mutex_unlock(&a);
		return 0;
	}
	mutex_lock(&b);			// 1.2 wants b
					// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	mutex_unlock(&a);
	return count;
}

void backward(void)
{
	mutex_lock(&b);			// 2.1 holds b
	mutex_lock(&a);			// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
