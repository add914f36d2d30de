// A reader finds that it has to write, and asks for the write lock without leaving.
#include "kernel.h"
struct neighbours {
	rwlock_t lock;
	int count;
};

void neighbours_add(struct neighbours *table)
{
	read_lock(&table->lock);		// 1.1 holds neighbours.lock
	if (table->count < 16) {
		write_lock(&table->lock);	// 1.2 wants neighbours.lock
						// BUG double-lock: neighbours.lock
		table->count++;
		write_unlock(&table->lock);
	}
	read_unlock(&table->lock);
}
