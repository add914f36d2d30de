// The locks' definition does not compile on this kernel, and their order is right.
// CLEAN
// ERRORS: DEFINE_OLD_LOCK is of another kernel, so first and second are not declared
#include "kernel.h"
DEFINE_OLD_LOCK(first, second);

void forward(void)
{
	down(&first);
	down(&second);
	up(&second);
	up(&first);
}

void backward(void)
{
	down(&first);
	down(&second);
	up(&second);
	up(&first);
}
