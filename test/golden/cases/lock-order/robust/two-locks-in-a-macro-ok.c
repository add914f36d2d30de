// A macro takes both locks on one line, in the order of the others.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(a);
static DEFINE_MUTEX(b);

#define lock_both()	do { mutex_lock(&a); mutex_lock(&b); } while (0)
#define unlock_both()	do { mutex_unlock(&b); mutex_unlock(&a); } while (0)

void forward(void)
{
	lock_both();
	unlock_both();
}

void backward(void)
{
	lock_both();
	unlock_both();
}
