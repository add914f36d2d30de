// Two readers in opposite orders stop for ever once a writer waits on each semaphore.
#include "kernel.h"
static DECLARE_RWSEM(names);
static DECLARE_RWSEM(quotas);

void stat(void)
{
	down_read(&names);			// 1.1 holds names
	down_read(&quotas);			// 1.2 wants quotas
						// BUG lock-order medium: names -> quotas -> names;
						//    two readers block each other only if writers wait between them
	up_read(&quotas);
	up_read(&names);
}

void report(void)
{
	down_read(&quotas);			// 2.1 holds quotas
	down_read(&names);			// 2.2 wants names
	up_read(&names);
	up_read(&quotas);
}

void rename(void)
{
	down_write(&names);
	up_write(&names);
	down_write(&quotas);
	up_write(&quotas);
}
