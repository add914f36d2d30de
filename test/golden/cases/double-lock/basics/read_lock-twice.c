// A reader of an rwlock reads in a helper, which waits if a writer came between.
#include "kernel.h" // MISS double-lock: x
struct addresses {
	rwlock_t lock;
	int count;
};

static noinline void addresses_print(struct addresses *table)
{
	read_lock(&table->lock);
	pr_debug("%d addresses\n", table->count);
	read_unlock(&table->lock);
}

void addresses_walk(struct addresses *table)
{
	read_lock(&table->lock);
	addresses_print(table);
	read_unlock(&table->lock);
}
