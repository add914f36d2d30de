// Two semaphores of one slot each are taken twice.
#include "kernel.h"

static DEFINE_MUTEX(order);
static struct semaphore made;
static DEFINE_SEMAPHORE(defined, 1);

void make(void)
{
	sema_init(&made, 1);
}

void made_twice(void)
{
	mutex_lock(&order);
	down(&made);			// made1.1 holds made
	down(&made);			// made1.2 wants made
					// BUG[made] double-lock medium: made; a semaphore may be given back by
					//    another thread
	up(&made);
	up(&made);
	mutex_unlock(&order);
}

void defined_twice(void)
{
	mutex_lock(&order);
	down(&defined);			// defined1.1 holds defined
	down(&defined);			// defined1.2 wants defined
					// BUG[defined] double-lock medium: defined; a semaphore may be given back
					//    by another thread
	up(&defined);
	up(&defined);
	mutex_unlock(&order);
}
