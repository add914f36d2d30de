// A function reads under a semaphore and calls another that does so, too.
#include "kernel.h" // MISS double-lock: x
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
	int used;

	down_read(&catalog->sem);
	used = catalog->entries - catalog_free(catalog);
	up_read(&catalog->sem);
	return used;
}
