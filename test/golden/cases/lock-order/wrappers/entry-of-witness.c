// Only one of the two callers lets the helper take the other lock.
// Step 1.1 is printed wrongly: it should be the call in reserve(), add_user() passes true.
#include "kernel.h"
static DEFINE_MUTEX(ids);
static DEFINE_MUTEX(users);

static noinline void next_id(bool locked)
{
	mutex_lock(&ids);			// 1.2 holds ids; 2.3 wants ids
	if (!locked) {
		mutex_lock(&users);		// 1.3 wants users
						// BUG lock-order: ids -> users -> ids
		mutex_unlock(&users);
	}
	mutex_unlock(&ids);
}

void add_user(void)
{
	mutex_lock(&users);			// 2.1 holds users
	next_id(true);				// 1.1 calls next_id; 2.2 calls next_id
	mutex_unlock(&users);
}

void reserve(void)
{
	next_id(false);
}
