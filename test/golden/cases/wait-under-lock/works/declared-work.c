// A work that is declared at file scope takes the lock under which it is waited for.
#include "kernel.h"
static DEFINE_MUTEX(table);
static int entries;

static void table_compact(struct work_struct *work)	// 1.1 enters table_compact; 1.2 holds compact
{
	mutex_lock(&table);		// 1.3 wants table
					// BUG wait-under-lock: compact -> table -> compact
	entries = 0;
	mutex_unlock(&table);
}
static DECLARE_WORK(compact, table_compact);

void table_clear(void)
{
	mutex_lock(&table);		// 2.1 holds table
	flush_work(&compact);		// 2.2 waits compact
	mutex_unlock(&table);
}
