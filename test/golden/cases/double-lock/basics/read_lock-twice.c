// A reader of an rwlock reads in a helper, which waits if a writer came between.
#include "kernel.h"
struct addresses {
	rwlock_t lock;
	int count;
};

static noinline void addresses_print(struct addresses *table)
{
	read_lock(&table->lock);	// 1.3 wants addresses.lock
	pr_debug("%d addresses\n", table->count);
	read_unlock(&table->lock);
}

void addresses_walk(struct addresses *table)
{
	read_lock(&table->lock);	// 1.1 holds addresses.lock
	addresses_print(table);		// 1.2 calls addresses_print
					// BUG double-lock medium: addresses.lock; two readers block
					//    each other only if a writer waits between them
	read_unlock(&table->lock);
}
