// One helper locks both of its arguments, and its callers agree which is first.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(source);
static DEFINE_MUTEX(target);

static noinline void lock_both(struct mutex *first, struct mutex *second)
{
	mutex_lock(first);
	mutex_lock(second);
}

void copy(void)
{
	lock_both(&source, &target);
	mutex_unlock(&target);
	mutex_unlock(&source);
}

void copy_back(void)
{
	lock_both(&source, &target);
	mutex_unlock(&source);
	mutex_unlock(&target);
}
