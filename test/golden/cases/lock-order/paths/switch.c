// One case of a switch falls through with the lock held.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(int command)
{
	switch (command) {
	case 1:
		mutex_lock(&a);			// 1.1 holds a
		fallthrough;
	case 2:
		mutex_lock(&b);			// 1.2 wants b
						// BUG lock-order: a -> b -> a
		mutex_unlock(&b);
		break;
	default:
		break;
	}
	if (command == 1)
		mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);			// 2.1 holds b
	mutex_lock(&a);			// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
