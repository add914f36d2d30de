// scoped_guard() holds its mutex in the block behind it.
// CONFIGS: all
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(int *count)
{
	scoped_guard(mutex, &a) {		// 1.1 calls class_mutex_constructor; 1.2 holds a in mutex.h
		++*count;
		mutex_lock(&b);			// 1.3 wants b
						// BUG lock-order: a -> b -> a
		mutex_unlock(&b);
	}
}

void backward(void)
{
	mutex_lock(&b);			// 2.1 holds b
	mutex_lock(&a);			// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
