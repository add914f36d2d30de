// WARN_ON() guards a return that nobody expects to happen, and nobody unlocks there.
#include "kernel.h" // MISS lock-balance: x
struct pool {
	spinlock_t lock;
	int users;
};

void pool_put(struct pool *pool)
{
	spin_lock(&pool->lock);
	if (WARN_ON(pool->users <= 0))
		return;
	pool->users--;
	spin_unlock(&pool->lock);
}
