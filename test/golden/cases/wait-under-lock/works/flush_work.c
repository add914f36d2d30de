// The flush waits for a work that takes the lock that is held.
#include "kernel.h"
#include "journal.h"

static void journal_write(struct work_struct *work)	// 2.2 holds journal.work
{
	struct journal *journal = container_of(work, struct journal, work);

	mutex_lock(&journal->lock);	// 2.3 wants journal.lock
	journal->written++;
	mutex_unlock(&journal->lock);
}

void journal_setup(struct journal *journal)
{
	INIT_WORK(&journal->work, journal_write);	// 2.1 starts journal_write
}
//--- journal.h
struct journal {
	struct work_struct work;
	struct mutex lock;
	struct mutex write_lock;
	int written;
};
//--- sync.c
#include "kernel.h"
#include "journal.h"

void journal_sync(struct journal *journal)
{
	mutex_lock(&journal->lock);	// 1.1 holds journal.lock
	flush_work(&journal->work);	// 1.2 waits journal.work
					// BUG wait-under-lock: journal.lock -> journal.work -> journal.lock
	mutex_unlock(&journal->lock);
}
