// An interpreter dispatches by computed goto with no lock held.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void interpret(const unsigned char *code)
{
	static const void *const table[] = { &&op_stop, &&op_call };

	mutex_lock(&a);
	mutex_unlock(&a);
	goto *table[*code++ & 1];
op_call:
	mutex_lock(&b);
	mutex_unlock(&b);
	goto *table[*code++ & 1];
op_stop:
	return;
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
