// The mutex is given back where an allocation fails, too.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(pool);
static void *spare;

int pool_prepare(void)
{
	mutex_lock(&pool);
	spare = kmalloc(16, GFP_KERNEL);
	if (!spare) {
		mutex_unlock(&pool);
		return -ENOMEM;
	}
	mutex_unlock(&pool);
	return 0;
}
