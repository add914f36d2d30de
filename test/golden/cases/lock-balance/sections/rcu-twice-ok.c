// Where the table is empty and where it is not, rcu_read_unlock() comes once.
// CLEAN
#include "kernel.h"
struct table {
	int rows, reads;
};
static struct table __rcu *table;

int table_read(void)
{
	struct table *t;
	int rows;

	rcu_read_lock();
	t = rcu_dereference(table);
	rows = t->rows;
	if (!rows) {
		rcu_read_unlock();
		return 0;
	}
	t->reads++;
	rcu_read_unlock();
	return rows;
}
