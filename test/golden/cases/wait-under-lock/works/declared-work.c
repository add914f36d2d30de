// A work that is declared at file scope takes the lock under which it is waited for.
#include "kernel.h"
static DEFINE_MUTEX(table);
static int entries;

static void table_compact(struct work_struct *work)	// 2.1 enters table_compact; 2.2 holds compact
{
	mutex_lock(&table);		// 2.3 wants table
	entries = 0;
	mutex_unlock(&table);
}
static DECLARE_WORK(compact, table_compact);

void table_clear(void)
{
	mutex_lock(&table);		// 1.1 holds table
	flush_work(&compact);		// 1.2 waits compact
					// BUG wait-under-lock: table -> compact -> table
	mutex_unlock(&table);
}
