// A function has a static lock of its own; the lock of the same name in another function is another.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(users);
static int count;

static noinline void users_add(int n);

static noinline int next_id(void)
{
	static DEFINE_MUTEX(lock);
	static int id;

	mutex_lock(&lock);
	users_add(++id);
	mutex_unlock(&lock);
	return id;
}

static noinline void users_add(int n)
{
	static DEFINE_MUTEX(lock);

	mutex_lock(&lock);
	count += n;
	mutex_unlock(&lock);
}

void register_user(void)
{
	mutex_lock(&users);
	next_id();
	mutex_unlock(&users);
}
