// A function with the mutex held calls a helper that takes it.
#include "kernel.h"
static DEFINE_MUTEX(pool);
static int count;

static noinline void pool_add(int more)
{
	mutex_lock(&pool);	// 1.3 wants pool
	count += more;
	mutex_unlock(&pool);
}

void pool_refill(void)
{
	mutex_lock(&pool);	// 1.1 holds pool
	if (count < 4)
		pool_add(4);	// 1.2 calls pool_add
				// BUG double-lock: pool
	mutex_unlock(&pool);
}
