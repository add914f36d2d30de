// A transaction of the journal is begun and ended under the spinlock of the extents.
#include "kernel.h"
#include <linux/jbd2.h>
static DEFINE_SPINLOCK(extents);

void extents_jbd2_journal_start(journal_t *journal)
{
	handle_t *handle;

	spin_lock(&extents);		// a1.1 holds extents
	handle = jbd2_journal_start(journal, 4);	// a1.2 sleeps jbd2_journal_start()
					// BUG[a] sleep-in-atomic: jbd2_journal_start() in extents
	spin_unlock(&extents);
}

void extents_jbd2_journal_start_nofs(journal_t *journal)
{
	handle_t *handle;

	spin_lock(&extents);		// b1.1 holds extents
	handle = jbd2__journal_start(journal, 4, 0, 0, GFP_NOFS, 0, __LINE__);
					// b1.2 sleeps jbd2__journal_start()
					// BUG[b] sleep-in-atomic: jbd2__journal_start() in extents
	spin_unlock(&extents);
}

void extents_jbd2_journal_stop(handle_t *handle)
{
	spin_lock(&extents);		// founda1.1 holds extents
	jbd2_journal_stop(handle);	// founda1.2 sleeps jbd2_journal_stop()
					// BUG[founda] sleep-in-atomic low: jbd2_journal_stop() in extents; if the handle is synchronous
	spin_unlock(&extents);
}
