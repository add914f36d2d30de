// A wrapper begins the section in every case, and one of its callers forgets the counterpart.
#include "kernel.h"
struct journal {
	bool aborted;
	int records;
};

static noinline void journal_start(struct journal *journal)
{
	rcu_read_lock();
	local_bh_disable();
	journal->records++;
}

static noinline void journal_stop(struct journal *journal)
{
	journal->records--;
	local_bh_enable();
	rcu_read_unlock();
}

int journal_note(struct journal *journal)
{
	journal_start(journal);
	if (journal->aborted)
		return -EROFS;
				// MISS lock-balance: to its callers the sections of a function are in doubt
	journal_stop(journal);
	return 0;
}
