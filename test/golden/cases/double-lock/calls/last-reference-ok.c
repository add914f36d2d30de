// The lock is given back before a reference is put, and the last one takes it.
// CLEAN
#include "kernel.h"
struct registry {
	struct mutex lock;
	int members;
};
struct member {
	refcount_t refs;
	struct registry *registry;
};
static struct registry members;

static noinline void member_put(struct member *member)
{
	if (!refcount_dec_and_test(&member->refs))
		return;
	mutex_lock(&members.lock);
	members.members--;
	mutex_unlock(&members.lock);
	kfree(member);
}

void member_leave(struct member *member)
{
	mutex_lock(&members.lock);
	member->registry = NULL;
	mutex_unlock(&members.lock);
	member_put(member);
}
