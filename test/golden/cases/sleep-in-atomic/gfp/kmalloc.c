// Memory is asked for with GFP_KERNEL under a spinlock.
#include "kernel.h"
static DEFINE_SPINLOCK(table_lock);
static void *table;

int table_grow(size_t size)
{
	spin_lock(&table_lock);		// 1.1 holds table_lock
	table = kmalloc(size, GFP_KERNEL);	// 1.2 sleeps kmalloc()
					// BUG sleep-in-atomic: kmalloc() in table_lock
	spin_unlock(&table_lock);
	return table ? 0 : -ENOMEM;
}
