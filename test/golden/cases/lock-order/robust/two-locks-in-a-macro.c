// A macro takes both locks on one line.
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

#define lock_both()	do { mutex_lock(&a); mutex_lock(&b); } while (0)
#define unlock_both()	do { mutex_unlock(&b); mutex_unlock(&a); } while (0)

void forward(void)
{
	lock_both();				// 1.1 holds a; 1.2 wants b
						// BUG lock-order: a -> b -> a
	unlock_both();
}

void backward(void)
{
	mutex_lock(&b);				// 2.1 holds b
	mutex_lock(&a);				// 2.2 wants a
	mutex_unlock(&a);
	mutex_unlock(&b);
}
