// Memory is asked for with GFP_ATOMIC under a spinlock.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(table_lock);
static void *table;

int table_grow(size_t size)
{
	spin_lock(&table_lock);
	table = kmalloc(size, GFP_ATOMIC);
	spin_unlock(&table_lock);
	return table ? 0 : -ENOMEM;
}
