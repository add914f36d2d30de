// Bottom halves are off while the file takes its mutex.
#include "kernel.h"
void filters_apply(void);

void filters_change(void)
{
	local_bh_disable();		// 1.1 holds softirqs-off
	filters_apply();		// 1.2 calls filters_apply
					// BUG sleep-in-atomic: mutex_lock() in softirqs-off
	local_bh_enable();
}
//--- filters.c
#include "kernel.h"
static DEFINE_MUTEX(filters);

void filters_apply(void)
{
	mutex_lock(&filters);		// 1.3 sleeps mutex_lock()
	mutex_unlock(&filters);
}
