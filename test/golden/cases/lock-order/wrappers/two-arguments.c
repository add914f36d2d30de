// One helper locks both of its arguments, and its callers do not agree which is first.
#include "kernel.h"
static DEFINE_MUTEX(source);
static DEFINE_MUTEX(target);

static noinline void lock_both(struct mutex *first, struct mutex *second)
{
	mutex_lock(first);			// 1.2 holds source; 2.2 holds target
	mutex_lock(second);			// 1.3 wants target; 2.3 wants source
}

void copy(void)
{
	lock_both(&source, &target);		// 1.1 calls lock_both
						// BUG lock-order: source -> target -> source
	mutex_unlock(&target);
	mutex_unlock(&source);
}

void copy_back(void)
{
	lock_both(&target, &source);		// 2.1 calls lock_both
	mutex_unlock(&source);
	mutex_unlock(&target);
}
