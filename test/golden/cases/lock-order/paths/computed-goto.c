// An interpreter dispatches by computed goto with its lock held.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void interpret(const unsigned char *code)
{
	static const void *const table[] = { &&op_stop, &&op_call };

	mutex_lock(&a);				// 1.1 holds a
	goto *table[*code++ & 1];
op_call:
	mutex_lock(&b);				// 1.2 wants b
						// BUG lock-order: a -> b -> a
	mutex_unlock(&b);
	goto *table[*code++ & 1];
op_stop:
	mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);			// 2.1 holds b
	mutex_lock(&a);			// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
