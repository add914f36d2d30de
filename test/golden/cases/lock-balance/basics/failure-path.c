// The release is forgotten where an allocation fails.
#include "kernel.h"
static DEFINE_MUTEX(pool);
static void *spare;

int pool_prepare(void)
{
	mutex_lock(&pool);	// 1.1 holds pool
	spare = kmalloc(16, GFP_KERNEL);
	if (!spare)
		return -ENOMEM;
				// BUG lock-balance: pool
	mutex_unlock(&pool);	// 2.1 releases pool
	return 0;
}
