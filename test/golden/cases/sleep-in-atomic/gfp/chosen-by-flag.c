// A flag chooses the allocator's flags, GFP_KERNEL among them although the lock is always held.
#include "kernel.h"
static DEFINE_SPINLOCK(table_lock);
static void *table;

void table_fill(size_t size, bool atomic)
{
	gfp_t gfp = GFP_KERNEL;

	if (atomic)
		gfp = GFP_ATOMIC;
	spin_lock(&table_lock);
	table = kmalloc(size, gfp);
					// MISS sleep-in-atomic: kmalloc() in table_lock; a variable that two paths
					//    set to different flags is not followed by path
	spin_unlock(&table_lock);
}
