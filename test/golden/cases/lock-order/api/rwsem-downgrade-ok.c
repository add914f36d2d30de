// The reader that a writer became is done before it takes the mutex.
// CLEAN
// CONFIGS: all
#include "kernel.h"
static DECLARE_RWSEM(tree);
static DEFINE_MUTEX(journal);

void tree_insert(void)
{
	down_write(&tree);
	downgrade_write(&tree);
	up_read(&tree);
	mutex_lock(&journal);
	mutex_unlock(&journal);
}

void journal_replay(void)
{
	mutex_lock(&journal);
	down_write(&tree);
	up_write(&tree);
	mutex_unlock(&journal);
}
