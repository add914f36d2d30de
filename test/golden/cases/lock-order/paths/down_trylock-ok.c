// down_trylock returns 1 when it did not get the semaphore, and only then the mutex is taken.
// CLEAN
#include "kernel.h"
static struct semaphore port = __SEMAPHORE_INITIALIZER(port, 1);
static DEFINE_MUTEX(table);

void port_poll(void)
{
	if (down_trylock(&port) == 0) {
		up(&port);
	} else {
		mutex_lock(&table);
		mutex_unlock(&table);
	}
}

void table_walk(void)
{
	mutex_lock(&table);
	down(&port);
	up(&port);
	mutex_unlock(&table);
}
