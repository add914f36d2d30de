// A reader finds that it has to write, and asks for the write lock without leaving.
#include "kernel.h" // MISS double-lock: x
struct neighbours {
	rwlock_t lock;
	int count;
};

void neighbours_add(struct neighbours *table)
{
	read_lock(&table->lock);
	if (table->count < 16) {
		write_lock(&table->lock);
		table->count++;
		write_unlock(&table->lock);
	}
	read_unlock(&table->lock);
}
