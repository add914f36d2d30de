// A function has a static lock of its own, and takes no other under it.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(users);

static noinline int next_id(bool locked)
{
	static DEFINE_MUTEX(id_lock);
	static int id;

	mutex_lock(&id_lock);
	id++;
	mutex_unlock(&id_lock);
	if (!locked) {
		mutex_lock(&users);
		mutex_unlock(&users);
	}
	return id;
}

void add_user(void)
{
	mutex_lock(&users);
	next_id(true);
	mutex_unlock(&users);
}

void reserve(void)
{
	next_id(false);				// XX
}
