// The gate around both orders is given back last on both sides.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(gate);
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(void)
{
	mutex_lock(&gate);
	mutex_lock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
	mutex_unlock(&a);
	mutex_unlock(&gate);
}

void backward(void)
{
	mutex_lock(&gate);
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
	mutex_unlock(&gate);
}
