// One function does not parse, and the others agree.
// CLEAN
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
	mutex_lock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
	mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
	mutex_unlock(&a);
}
