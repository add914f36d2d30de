// Two files have a static lock of one name each: these are two locks.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(lock);
extern struct mutex shared;

void first(void)
{
	mutex_lock(&lock);
	mutex_lock(&shared);
	mutex_unlock(&shared);
	mutex_unlock(&lock);
}
//--- second.c
#include "kernel.h"
static DEFINE_MUTEX(lock);
DEFINE_MUTEX(shared);

void second(void)
{
	mutex_lock(&shared);
	mutex_lock(&lock);
	mutex_unlock(&lock);
	mutex_unlock(&shared);
}
