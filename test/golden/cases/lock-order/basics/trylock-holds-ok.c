// The lock that was tried is given back before the next one is waited for.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(table);
static DEFINE_MUTEX(entry);

void evict(void)
{
	if (!mutex_trylock(&entry))
		return;
	mutex_unlock(&entry);
	mutex_lock(&table);
	mutex_unlock(&table);
}

void lookup(void)
{
	mutex_lock(&table);
	mutex_lock(&entry);
	mutex_unlock(&entry);
	mutex_unlock(&table);
}
