// A wrapper begins the section in every case, and one of its callers forgets the counterpart.
#include "kernel.h"
struct journal {
	bool aborted;
	int records;
};

static noinline void journal_start(struct journal *journal)
{
	rcu_read_lock();	// rcu1.2 holds rcu_read_lock
	local_bh_disable();	// bh1.2 holds softirqs-off
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
	journal_start(journal);	// rcu1.1 calls journal_start; bh1.1 calls journal_start
	if (journal->aborted)
		return -EROFS;
				// BUG[rcu] lock-balance: rcu_read_lock
				// BUG[bh] lock-balance: softirqs-off
	journal_stop(journal);	// rcu2.1 releases rcu_read_lock; bh2.1 releases softirqs-off
	return 0;
}
