// A flag remembers that the lock is held, and the other lock is taken where the flag is set.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

void forward(int work)
{
	bool locked = false;

	if (work > 2) {
		mutex_lock(&a);		// 1.1 holds a
		locked = true;
	}
	if (locked) {
		mutex_lock(&b);		// 1.2 wants b
					// BUG lock-order: a -> b -> a
		mutex_unlock(&b);
	}
	if (locked)
		mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);			// 2.1 holds b
	mutex_lock(&a);			// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
