// A question about a member is answered in rcu_read_lock(), which "yes" and "no" leave.
// CLEAN
#include "kernel.h"
struct club {
	int size, members[4];
};
static struct club __rcu *club;

bool club_has(int member)
{
	struct club *c;
	bool found = false;
	int i;

	rcu_read_lock();
	c = rcu_dereference(club);
	for (i = 0; i < c->size && !found; i++)
		found = c->members[i] == member;
	rcu_read_unlock();
	return found;
}
