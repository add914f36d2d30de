// The helper takes the other lock after its own.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(ids);
static DEFINE_MUTEX(users);

static noinline void next_id(bool locked)
{
	mutex_lock(&ids);
	mutex_unlock(&ids);
	if (!locked) {
		mutex_lock(&users);
		mutex_unlock(&users);
	}
}

void add_user(void)
{
	mutex_lock(&users);
	next_id(true);
	mutex_unlock(&users);
}

void reserve(void)
{
	next_id(false);
}
