// The static locks of one name are taken one after the other.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(lock);
void second_lock(void);
void second_unlock(void);

void first_lock(void)
{
	mutex_lock(&lock);
}

void first_unlock(void)
{
	mutex_unlock(&lock);
}

void first(void)
{
	mutex_lock(&lock);
	second_lock();
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
	mutex_lock(&lock);
}

void second_unlock(void)
{
	mutex_unlock(&lock);
}

void second(void)
{
	mutex_lock(&lock);
	mutex_unlock(&lock);
	first_lock();
	first_unlock();
}
