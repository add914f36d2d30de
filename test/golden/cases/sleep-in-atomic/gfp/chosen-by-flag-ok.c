// A flag chooses the allocator's flags, and the lock is taken only where they are GFP_ATOMIC.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(table_lock);
static void *table;

void table_fill(size_t size, bool atomic)
{
	gfp_t gfp = GFP_KERNEL;

	if (atomic)
		gfp = GFP_ATOMIC;
	if (atomic)
		spin_lock(&table_lock);
	table = kmalloc(size, gfp);
	if (atomic)
		spin_unlock(&table_lock);
}
