// A big table is freed under a spinlock: vfree() sleeps there.
#include "kernel.h"
#include <linux/vmalloc.h>
static DEFINE_SPINLOCK(table_lock);
static void *table;
void table_release(void *old);

void table_drop(void)
{
	void *old;

	spin_lock(&table_lock);		// 1.1 holds table_lock
	old = table;
	table = NULL;
	table_release(old);		// 1.2 calls table_release
					// BUG sleep-in-atomic: vfree() in table_lock
	spin_unlock(&table_lock);
}
//--- release.c
#include "kernel.h"
#include <linux/vmalloc.h>
void table_release(void *old);

void table_release(void *old)
{
	vfree(old);			// 1.3 sleeps vfree()
}
