// A reader of an rwlock calls a helper that expects that.
// CLEAN
#include "kernel.h"
struct addresses {
	rwlock_t lock;
	int count;
};

static noinline void addresses_print(struct addresses *table)
{
	lockdep_assert_held_read(&table->lock);
	pr_debug("%d addresses\n", table->count);
}

void addresses_walk(struct addresses *table)
{
	read_lock(&table->lock);
	addresses_print(table);
	read_unlock(&table->lock);
}
