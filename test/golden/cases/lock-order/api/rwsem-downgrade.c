// A writer that became a reader still holds the semaphore, and a writer waits for it.
// CONFIGS: all
#include "kernel.h"
static DECLARE_RWSEM(tree);
static DEFINE_MUTEX(journal);

void tree_insert(void)
{
	down_write(&tree);	// 2.1 holds tree
	downgrade_write(&tree);
	mutex_lock(&journal);	// 2.2 wants journal
	mutex_unlock(&journal);
	up_read(&tree);
}

void journal_replay(void)
{
	mutex_lock(&journal);	// 1.1 holds journal
	down_write(&tree);	// 1.2 wants tree
				// BUG lock-order: journal -> tree -> journal
	up_write(&tree);
	mutex_unlock(&journal);
}
