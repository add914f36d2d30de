// A function gives the mutex back before it calls a helper that takes it.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(pool);
static int count;

static noinline void pool_add(int more)
{
	mutex_lock(&pool);
	count += more;
	mutex_unlock(&pool);
}

void pool_refill(void)
{
	bool low;

	mutex_lock(&pool);
	low = count < 4;
	mutex_unlock(&pool);
	if (low)
		pool_add(4);
}
