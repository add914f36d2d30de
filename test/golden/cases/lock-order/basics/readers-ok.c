// Two readers in one order.
// CLEAN
#include "kernel.h"
static DECLARE_RWSEM(names);
static DECLARE_RWSEM(quotas);

void stat(void)
{
	down_read(&names);
	down_read(&quotas);
	up_read(&quotas);
	up_read(&names);
}

void report(void)
{
	down_read(&names);
	down_read(&quotas);
	up_read(&quotas);
	up_read(&names);
}

void rename(void)
{
	down_write(&names);
	up_write(&names);
	down_write(&quotas);
	up_write(&quotas);
}
