// A function has a static lock of its own, and calls back into the file under it.
#include "kernel.h"
static DEFINE_MUTEX(users);
static int count;

static noinline void users_add(int n);

static noinline int next_id(void)
{
	static DEFINE_MUTEX(lock);
	static int id;

	mutex_lock(&lock);			// 1.1 holds lock@next_id; 2.3 wants lock@next_id
	users_add(++id);			// 1.2 calls users_add
						// BUG lock-order: lock@next_id -> users -> lock@next_id
	mutex_unlock(&lock);
	return id;
}

static noinline void users_add(int n)
{
	static DEFINE_MUTEX(lock);

	mutex_lock(&lock);
	count += n;
	mutex_unlock(&lock);
	mutex_lock(&users);			// 1.3 wants users
	count += n;
	mutex_unlock(&users);
}

void register_user(void)
{
	mutex_lock(&users);			// 2.1 holds users
	next_id();				// 2.2 calls next_id
	mutex_unlock(&users);
}
