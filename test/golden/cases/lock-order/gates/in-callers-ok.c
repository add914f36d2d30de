// Two helpers rely on the gate of their callers, and all callers hold it.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(gate);
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

static noinline void forward(void)
{
	mutex_lock(&a);
	mutex_lock(&b);
	mutex_unlock(&b);
	mutex_unlock(&a);
}

static noinline void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}

void configure(void)
{
	mutex_lock(&gate);
	forward();
	mutex_unlock(&gate);
}

void reset(void)
{
	mutex_lock(&gate);
	backward();
	mutex_unlock(&gate);
}
