// A reader of the semaphore leaves as a writer.
#include "kernel.h" // MISS lock-balance: x
struct catalog {
	struct rw_semaphore sem;
	int entries;
};

int catalog_size(struct catalog *catalog)
{
	int entries;

	down_read(&catalog->sem);
	entries = catalog->entries;
	up_write(&catalog->sem);
	return entries;
}
