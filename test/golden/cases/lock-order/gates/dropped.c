// The gate around both orders is given back too early on one side.
#include "kernel.h"
static DEFINE_MUTEX(gate);
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(void)
{
	mutex_lock(&gate);
	mutex_lock(&a);		// 1.1 holds a
	mutex_unlock(&gate);
	mutex_lock(&b);		// 1.2 wants b
				// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&gate);
	mutex_lock(&b);		// 2.1 holds b
	mutex_lock(&a);		// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
	mutex_unlock(&gate);
}
