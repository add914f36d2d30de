// A reader of the semaphore leaves as a writer.
#include "kernel.h"
struct catalog {
	struct rw_semaphore sem;
	int entries;
};

int catalog_size(struct catalog *catalog)
{
	int entries;

	down_read(&catalog->sem);	// 1.1 holds catalog.sem
	entries = catalog->entries;
	up_write(&catalog->sem);	// 1.2 releases catalog.sem
					// BUG lock-balance medium: catalog.sem; two modes may be
					//    kept apart by what was not understood
	return entries;
}
