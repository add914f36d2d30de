// A writer leaves as a reader.
#include "kernel.h" // MISS lock-balance: x
struct routes {
	rwlock_t lock;
	int count;
};

void routes_flush(struct routes *routes)
{
	write_lock(&routes->lock);
	routes->count = 0;
	read_unlock(&routes->lock);
}
