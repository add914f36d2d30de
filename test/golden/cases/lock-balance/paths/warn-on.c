// WARN_ON() guards a return that nobody expects to happen, and nobody unlocks there.
#include "kernel.h"
struct pool {
	spinlock_t lock;
	int users;
};

void pool_put(struct pool *pool)
{
	spin_lock(&pool->lock);		// 1.1 holds pool.lock
	if (WARN_ON(pool->users <= 0))
		return;
					// BUG lock-balance: pool.lock
	pool->users--;
	spin_unlock(&pool->lock);	// 2.1 releases pool.lock
}
