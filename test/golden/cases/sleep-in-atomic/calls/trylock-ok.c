// The mutex of another file is only tried under a spinlock.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(shelf);
bool cache_shrink(void);

void shelf_clear(void)
{
	spin_lock(&shelf);
	cache_shrink();
	spin_unlock(&shelf);
}
//--- cache.c
#include "kernel.h"
static DEFINE_MUTEX(cache);
bool cache_shrink(void);

bool cache_shrink(void)
{
	if (!mutex_trylock(&cache))
		return false;
	mutex_unlock(&cache);
	return true;
}
