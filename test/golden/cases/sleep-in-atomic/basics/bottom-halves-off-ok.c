// Bottom halves are on again before the file takes its mutex.
// CLEAN
#include "kernel.h"
void filters_apply(void);

void filters_change(void)
{
	local_bh_disable();
	local_bh_enable();
	filters_apply();
}
//--- filters.c
#include "kernel.h"
static DEFINE_MUTEX(filters);

void filters_apply(void)
{
	mutex_lock(&filters);
	mutex_unlock(&filters);
}
