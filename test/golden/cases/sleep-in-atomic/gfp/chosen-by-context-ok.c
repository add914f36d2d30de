// The caller says whether it may wait, and the callee in another file believes it.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(names_lock);
void *name_new(size_t size, bool may_wait);
static void *name;

void name_set(size_t size)
{
	spin_lock(&names_lock);
	name = name_new(size, false);
	spin_unlock(&names_lock);
}
//--- name.c
#include "kernel.h"
void *name_new(size_t size, bool may_wait);

void *name_new(size_t size, bool may_wait)
{
	return kmalloc(size, may_wait ? GFP_KERNEL : GFP_ATOMIC);
}
