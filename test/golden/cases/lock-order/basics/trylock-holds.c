// A lock that was only tried is held all the same, and the next one is waited for.
#include "kernel.h"
static DEFINE_MUTEX(table);
static DEFINE_MUTEX(entry);

void evict(void)
{
	if (!mutex_trylock(&entry))	// 1.1 holds entry
		return;
	mutex_lock(&table);		// 1.2 wants table
					// BUG lock-order: entry -> table -> entry
	mutex_unlock(&table);
	mutex_unlock(&entry);
}

void lookup(void)
{
	mutex_lock(&table);		// 2.1 holds table
	mutex_lock(&entry);		// 2.2 wants entry
	mutex_unlock(&entry);
	mutex_unlock(&table);
}
