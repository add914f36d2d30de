// Where the result is below 0 nothing is held.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int forward(void)
{
	int ret;

	ret = mutex_lock_killable(&a);
	if (ret >= 0) {
		mutex_unlock(&a);
		return 0;
	}
	mutex_lock(&b);
	mutex_unlock(&b);
	return ret;
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
