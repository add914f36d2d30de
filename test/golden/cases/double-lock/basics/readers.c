// A function reads under a semaphore and calls another that does so, too.
#include "kernel.h"
struct catalog {
	struct rw_semaphore sem;
	int entries, free;
};

static noinline int catalog_free(struct catalog *catalog)
{
	int free;

	down_read(&catalog->sem);				// 1.3 wants catalog.sem
	free = catalog->free;
	up_read(&catalog->sem);
	return free;
}

int catalog_used(struct catalog *catalog)
{
	int used;

	down_read(&catalog->sem);				// 1.1 holds catalog.sem
	used = catalog->entries - catalog_free(catalog);	// 1.2 calls catalog_free
								// BUG double-lock medium: catalog.sem; two
								//    readers block each other only if a
								//    writer waits between them
	up_read(&catalog->sem);
	return used;
}
