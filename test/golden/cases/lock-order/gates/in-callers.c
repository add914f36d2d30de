// Two helpers rely on the gate of their callers, and one caller forgot it.
#include "kernel.h"
static DEFINE_MUTEX(gate);
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

static noinline void forward(void)
{
	mutex_lock(&a);		// 1.2 holds a
	mutex_lock(&b);		// 1.3 wants b
				// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	mutex_unlock(&a);
}

static noinline void backward(void)
{
	mutex_lock(&b);		// 2.2 holds b
	mutex_lock(&a);		// 2.3 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}

void configure(void)
{
	mutex_lock(&gate);
	forward();		// 1.1 calls forward
	mutex_unlock(&gate);
}

void reset(void)
{
	backward();		// 2.1 calls backward
}
