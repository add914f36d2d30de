// A writer leaves as a writer.
// CLEAN
#include "kernel.h"
struct routes {
	rwlock_t lock;
	int count;
};

void routes_flush(struct routes *routes)
{
	write_lock(&routes->lock);
	routes->count = 0;
	write_unlock(&routes->lock);
}
