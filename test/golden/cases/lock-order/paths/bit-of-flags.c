// A bit of the flags says that the function has locked, and the other lock is taken where it is set.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

#define NOT_LOCKED	0x4

void forward(unsigned int flags)
{
	if (!(flags & NOT_LOCKED))
		mutex_lock(&a);			// 1.1 holds a
	if (!(flags & NOT_LOCKED)) {
		mutex_lock(&b);			// 1.2 wants b
						// BUG lock-order: a -> b -> a
		mutex_unlock(&b);
	}
	if (!(flags & NOT_LOCKED))
		mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);				// 2.1 holds b
	mutex_lock(&a);				// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
