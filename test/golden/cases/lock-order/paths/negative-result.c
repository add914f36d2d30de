// Any result below 0 is a failure; what is left is success.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int forward(void)
{
	int ret;

	ret = mutex_lock_killable(&a);		// 1.1 holds a
	if (ret < 0)
		return ret;
	mutex_lock(&b);				// 1.2 wants b
						// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	mutex_unlock(&a);
	return 0;
}

void backward(void)
{
	mutex_lock(&b);				// 2.1 holds b
	mutex_lock(&a);				// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
