// The locks' definition does not compile on this kernel; their names are all that is left.
// ERRORS: DEFINE_OLD_LOCK is of another kernel, so first and second are not declared
#include "kernel.h"
DEFINE_OLD_LOCK(first, second);

void forward(void)
{
	down(&first);				// 1.1 holds first
	down(&second);				// 1.2 wants second
						// BUG lock-order: first -> second -> first
	up(&second);
	up(&first);
}

void backward(void)
{
	down(&second);				// 2.1 holds second
	down(&first);				// 2.2 wants first
	up(&first);
	up(&second);
}
