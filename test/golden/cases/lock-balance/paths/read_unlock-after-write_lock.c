// A writer leaves as a reader.
#include "kernel.h"
struct routes {
	rwlock_t lock;
	int count;
};

void routes_flush(struct routes *routes)
{
	write_lock(&routes->lock);	// 1.1 holds routes.lock
	routes->count = 0;
	read_unlock(&routes->lock);	// 1.2 releases routes.lock
					// BUG lock-balance medium: routes.lock; two modes may be
					//    kept apart by what was not understood
}
