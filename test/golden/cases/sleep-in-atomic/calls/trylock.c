// The mutex of another file is waited for under a spinlock.
#include "kernel.h"
static DEFINE_SPINLOCK(shelf);
bool cache_shrink(void);

void shelf_clear(void)
{
	spin_lock(&shelf);		// 1.1 holds shelf
	cache_shrink();			// 1.2 calls cache_shrink
					// BUG sleep-in-atomic: mutex_lock() in shelf
	spin_unlock(&shelf);
}
//--- cache.c
#include "kernel.h"
static DEFINE_MUTEX(cache);
bool cache_shrink(void);

bool cache_shrink(void)
{
	mutex_lock(&cache);		// 1.3 sleeps mutex_lock()
	mutex_unlock(&cache);
	return true;
}
