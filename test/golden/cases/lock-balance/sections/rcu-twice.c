// Where the table is empty, rcu_read_unlock() comes at once, and again at the end.
#include "kernel.h"
struct table {
	int rows, reads;
};
static struct table __rcu *table;

int table_read(void)
{
	struct table *t;
	int rows;

	rcu_read_lock();		// 1.1 holds rcu_read_lock
	t = rcu_dereference(table);
	rows = t->rows;
	if (!rows)
		rcu_read_unlock();	// 1.2 releases rcu_read_lock
	else
		t->reads++;
	rcu_read_unlock();		// 1.3 releases rcu_read_lock
					// BUG lock-balance: rcu_read_lock
	return rows;
}
