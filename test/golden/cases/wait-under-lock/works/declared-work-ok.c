// A work that is declared at file scope takes the lock under which it is queued.
// CLEAN
#include "kernel.h"
static DEFINE_MUTEX(table);
static int entries;

static void table_compact(struct work_struct *work)
{
	mutex_lock(&table);
	entries = 0;
	mutex_unlock(&table);
}
static DECLARE_WORK(compact, table_compact);

void table_clear(void)
{
	mutex_lock(&table);
	schedule_work(&compact);
	mutex_unlock(&table);
}
