// Behind the block of scoped_guard() its mutex is given back.
// CLEAN
// CONFIGS: all
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(int *count)
{
	scoped_guard(mutex, &a) {
		++*count;
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
