// A bit of the flags says that the function has locked, and the other lock is taken where it is not.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

#define NOT_LOCKED	0x4

void forward(unsigned int flags)
{
	if (!(flags & NOT_LOCKED))
		mutex_lock(&a);
	if (flags & NOT_LOCKED) {
		mutex_lock(&b);
		mutex_unlock(&b);
	}
	if (!(flags & NOT_LOCKED))
		mutex_unlock(&a);
}

void backward(void)
{
	mutex_lock(&b);
	mutex_lock(&a);
	mutex_unlock(&a);
	mutex_unlock(&b);
}
