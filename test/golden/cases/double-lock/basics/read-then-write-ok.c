// A reader finds that it has to write, and leaves before it asks for the write lock.
// CLEAN
#include "kernel.h"
struct neighbours {
	rwlock_t lock;
	int count;
};

void neighbours_add(struct neighbours *table)
{
	read_lock(&table->lock);
	if (table->count < 16) {
		read_unlock(&table->lock);
		write_lock(&table->lock);
		table->count++;
		write_unlock(&table->lock);
		return;
	}
	read_unlock(&table->lock);
}
