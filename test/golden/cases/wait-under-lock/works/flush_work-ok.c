// The flush waits for a work whose lock is another.
// CLEAN
#include "kernel.h"
#include "journal.h"

static void journal_write(struct work_struct *work)
{
	struct journal *journal = container_of(work, struct journal, work);

	mutex_lock(&journal->write_lock);
	journal->written++;
	mutex_unlock(&journal->write_lock);
}

void journal_setup(struct journal *journal)
{
	INIT_WORK(&journal->work, journal_write);
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
	mutex_lock(&journal->lock);
	flush_work(&journal->work);
	mutex_unlock(&journal->lock);
}
