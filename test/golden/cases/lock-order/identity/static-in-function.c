// A function has a static lock of its own, and takes it in the middle of the others.
#include "kernel.h"
static DEFINE_MUTEX(users);

static noinline int next_id(bool locked)
{
	static DEFINE_MUTEX(id_lock);
	static int id;

	mutex_lock(&id_lock);			// 1.1 holds id_lock@next_id; 2.3 wants id_lock@next_id
	if (!locked) {
		mutex_lock(&users);		// 1.2 wants users
						// BUG lock-order: id_lock@next_id -> users -> id_lock@next_id
		mutex_unlock(&users);
	}
	id++;
	mutex_unlock(&id_lock);
	return id;
}

void add_user(void)
{
	mutex_lock(&users);			// 2.1 holds users
	next_id(true);				// 2.2 calls next_id
	mutex_unlock(&users);
}

void reserve(void)
{
	next_id(false);				// XX
}
