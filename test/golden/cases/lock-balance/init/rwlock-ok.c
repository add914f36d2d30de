// A writer makes the lock of the table before it is taken.
// CLEAN
#include "kernel.h"
static rwlock_t routes_lock;
static int routes;

void routes_flush(void)
{
	rwlock_init(&routes_lock);
	write_lock(&routes_lock);
	routes = 0;
	write_unlock(&routes_lock);
}
