// One function does not parse; the others are analysed all the same.
// ERRORS: the expression in broken() has no end
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

int broken(void)
{
	mutex_lock(&a);
	return (1 + ;
}

void forward(void)
{
	mutex_lock(&a);				// 1.1 holds a
	mutex_lock(&b);				// 1.2 wants b
						// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);				// 2.1 holds b
	mutex_lock(&a);				// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
