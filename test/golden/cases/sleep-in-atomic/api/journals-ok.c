// A transaction of the journal is begun and ended after the spinlock of the extents.
// CLEAN
#include "kernel.h"
#include <linux/jbd2.h>
static DEFINE_SPINLOCK(extents);

void extents_jbd2_journal_start(journal_t *journal)
{
	handle_t *handle;

	spin_lock(&extents);
	spin_unlock(&extents);
	handle = jbd2_journal_start(journal, 4);
	if (!IS_ERR(handle))
		jbd2_journal_stop(handle);
}

void extents_jbd2_journal_start_nofs(journal_t *journal)
{
	handle_t *handle;

	spin_lock(&extents);
	spin_unlock(&extents);
	handle = jbd2__journal_start(journal, 4, 0, 0, GFP_NOFS, 0, __LINE__);
	if (!IS_ERR(handle))
		jbd2_journal_stop(handle);
}

void extents_jbd2_journal_stop(handle_t *handle)
{
	spin_lock(&extents);
	spin_unlock(&extents);
	jbd2_journal_stop(handle);
}
