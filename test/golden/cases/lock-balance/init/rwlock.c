// A writer makes the lock of the table anew instead of giving it back.
#include "kernel.h"
static rwlock_t routes_lock;
static int routes;

void routes_flush(void)
{
	write_lock(&routes_lock);	// 1.1 holds routes_lock
	routes = 0;
	rwlock_init(&routes_lock);
					// BUG lock-balance: routes_lock
}
