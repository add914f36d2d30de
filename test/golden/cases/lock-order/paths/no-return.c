// The path with the lock held goes on: pr_err is no panic.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(int users)
{
	mutex_lock(&a);				// 1.1 holds a
	if (users < 0)
		pr_err("no users");
	else
		mutex_unlock(&a);
	mutex_lock(&b);				// 1.2 wants b
						// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	if (users < 0)
		mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);			// 2.1 holds b
	mutex_lock(&a);			// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
