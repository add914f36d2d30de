// A big table is freed after a spinlock: vfree() sleeps there.
// CLEAN
#include "kernel.h"
#include <linux/vmalloc.h>
static DEFINE_SPINLOCK(table_lock);
static void *table;
void table_release(void *old);

void table_drop(void)
{
	void *old;

	spin_lock(&table_lock);
	old = table;
	table = NULL;
	spin_unlock(&table_lock);
	table_release(old);
}
//--- release.c
#include "kernel.h"
#include <linux/vmalloc.h>
void table_release(void *old);

void table_release(void *old)
{
	vfree(old);
}
