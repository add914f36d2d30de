// down_trylock returns 0 when it got the semaphore; the driver's author knew that.
#include "kernel.h"
static struct semaphore port = __SEMAPHORE_INITIALIZER(port, 1);
static DEFINE_MUTEX(table);

void port_poll(void)
{
	if (down_trylock(&port) == 0) {		// 1.1 holds port
		mutex_lock(&table);		// 1.2 wants table
						// BUG lock-order: port -> table -> port
		mutex_unlock(&table);
		up(&port);
	}
}

void table_walk(void)
{
	mutex_lock(&table);			// 2.1 holds table
	down(&port);				// 2.2 wants port
	up(&port);
	mutex_unlock(&table);
}
