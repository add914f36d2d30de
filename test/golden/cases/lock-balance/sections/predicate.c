// A question about a member is answered in rcu_read_lock(), and "yes" leaves without the end.
#include "kernel.h"
struct club {
	int size, members[4];
};
static struct club __rcu *club;

bool club_has(int member)
{
	struct club *c;
	int i;

	rcu_read_lock();
	c = rcu_dereference(club);
	for (i = 0; i < c->size; i++)
		if (c->members[i] == member)
			return true;
				// MISS lock-balance: the result may tell the caller of the section
	rcu_read_unlock();
	return false;
}
