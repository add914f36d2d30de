// The static locks of one name are in one circle, and the report tells them apart.
#include "kernel.h"
static DEFINE_MUTEX(lock);
void second_lock(void);
void second_unlock(void);

void first_lock(void)
{
	mutex_lock(&lock);			// 2.3 wants lock@same-static-in-two-files.c
}

void first_unlock(void)
{
	mutex_unlock(&lock);
}

void first(void)
{
	mutex_lock(&lock);			// 1.1 holds lock@same-static-in-two-files.c
	second_lock();				// 1.2 calls second_lock
						// BUG lock-order: lock@same-static-in-two-files.c -> lock@second.c -> lock@same-static-in-two-files.c
	second_unlock();
	mutex_unlock(&lock);
}
//--- second.c
#include "kernel.h"
static DEFINE_MUTEX(lock);
void first_lock(void);
void first_unlock(void);

void second_lock(void)
{
	mutex_lock(&lock);			// 1.3 wants lock@second.c
}

void second_unlock(void)
{
	mutex_unlock(&lock);
}

void second(void)
{
	mutex_lock(&lock);			// 2.1 holds lock@second.c
	first_lock();				// 2.2 calls first_lock
	first_unlock();
	mutex_unlock(&lock);
}
