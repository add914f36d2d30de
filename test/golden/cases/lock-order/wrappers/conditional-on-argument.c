// A helper takes the lock only for those who ask for it.
#include "kernel.h"
static DEFINE_SPINLOCK(pool);
static DEFINE_SPINLOCK(owner);

static noinline void pool_free(void *object, bool lock)
{
	if (lock)
		spin_lock(&pool);		// 1.3 wants pool
	kfree(object);
	if (lock)
		spin_unlock(&pool);
}

void owner_drop(void *object)
{
	spin_lock(&owner);			// 1.1 holds owner
	pool_free(object, true);		// 1.2 calls pool_free
						// BUG lock-order: owner -> pool -> owner
	spin_unlock(&owner);
}

void pool_reap(void *object)
{
	spin_lock(&pool);			// 2.1 holds pool
	spin_lock(&owner);			// 2.2 wants owner
	pool_free(object, false);
	spin_unlock(&owner);
	spin_unlock(&pool);
}
