// A function reads under a semaphore and then calls another that does so, too.
// CLEAN
#include "kernel.h"
struct catalog {
	struct rw_semaphore sem;
	int entries, free;
};

static noinline int catalog_free(struct catalog *catalog)
{
	int free;

	down_read(&catalog->sem);
	free = catalog->free;
	up_read(&catalog->sem);
	return free;
}

int catalog_used(struct catalog *catalog)
{
	int entries;

	down_read(&catalog->sem);
	entries = catalog->entries;
	up_read(&catalog->sem);
	return entries - catalog_free(catalog);
}
