// Who holds the other lock does not ask the helper to lock.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(pool);
static DEFINE_SPINLOCK(owner);

static noinline void pool_free(void *object, bool lock)
{
	if (lock)
		spin_lock(&pool);
	kfree(object);
	if (lock)
		spin_unlock(&pool);
}

void owner_drop(void *object)
{
	spin_lock(&owner);
	pool_free(object, false);
	spin_unlock(&owner);
}

void pool_reap(void *object)
{
	spin_lock(&pool);
	spin_lock(&owner);
	pool_free(object, false);
	spin_unlock(&owner);
	spin_unlock(&pool);
}
