// A reader of the semaphore leaves as a reader.
// CLEAN
#include "kernel.h"
struct catalog {
	struct rw_semaphore sem;
	int entries;
};

int catalog_size(struct catalog *catalog)
{
	int entries;

	down_read(&catalog->sem);
	entries = catalog->entries;
	up_read(&catalog->sem);
	return entries;
}
