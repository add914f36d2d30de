// Two semaphores of two slots each are taken twice, under a mutex.
#include "kernel.h"

static DEFINE_MUTEX(order);
static struct semaphore made;
static DEFINE_SEMAPHORE(defined, 2);

void make(void)
{
	sema_init(&made, 2);
}

void made_twice(void)
{
	mutex_lock(&order);
	down(&made);
	down(&made);
					// FALSE double-lock low: how many slots a semaphore has is not counted
	up(&made);
	up(&made);
	mutex_unlock(&order);
}

void defined_twice(void)
{
	mutex_lock(&order);
	down(&defined);
	down(&defined);
					// FALSE double-lock low: how many slots a semaphore has is not counted
	up(&defined);
	up(&defined);
	mutex_unlock(&order);
}
