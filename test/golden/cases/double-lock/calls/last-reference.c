// The lock is held while a reference is put, and the last one takes it.
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
	mutex_lock(&members.lock);	// 1.3 wants registry.lock
	members.members--;
	mutex_unlock(&members.lock);
	kfree(member);
}

void member_leave(struct member *member)
{
	mutex_lock(&members.lock);	// 1.1 holds registry.lock
	member->registry = NULL;
	member_put(member);		// 1.2 calls member_put
					// BUG double-lock low: registry.lock; only if the call
					//    gives up the last reference to something
	mutex_unlock(&members.lock);
}
