// The end of a transfer is waited for under the spinlock of the transfers.
#include "kernel.h"
#include <linux/completion.h>
static DEFINE_SPINLOCK(transfers);
static long left;

void transfer_wait_for_completion(struct completion *done)
{
	spin_lock(&transfers);		// a1.1 holds transfers
	wait_for_completion(done);	// a1.2 sleeps wait_for_completion()
					// BUG[a] sleep-in-atomic: wait_for_completion() in transfers
	spin_unlock(&transfers);
}

void transfer_wait_for_completion_io(struct completion *done)
{
	spin_lock(&transfers);		// b1.1 holds transfers
	wait_for_completion_io(done);	// b1.2 sleeps wait_for_completion_io()
					// BUG[b] sleep-in-atomic: wait_for_completion_io() in transfers
	spin_unlock(&transfers);
}

void transfer_wait_for_completion_interruptible(struct completion *done)
{
	spin_lock(&transfers);		// c1.1 holds transfers
	left = wait_for_completion_interruptible(done);	// c1.2 sleeps wait_for_completion_interruptible()
					// BUG[c] sleep-in-atomic: wait_for_completion_interruptible() in
					//    transfers
	spin_unlock(&transfers);
}

void transfer_wait_for_completion_killable(struct completion *done)
{
	spin_lock(&transfers);		// d1.1 holds transfers
	left = wait_for_completion_killable(done);	// d1.2 sleeps wait_for_completion_killable()
					// BUG[d] sleep-in-atomic: wait_for_completion_killable() in transfers
	spin_unlock(&transfers);
}

void transfer_wait_for_completion_state(struct completion *done)
{
	spin_lock(&transfers);		// e1.1 holds transfers
	left = wait_for_completion_state(done, TASK_IDLE);	// e1.2 sleeps wait_for_completion_state()
					// BUG[e] sleep-in-atomic: wait_for_completion_state() in transfers
	spin_unlock(&transfers);
}

void transfer_wait_for_completion_timeout(struct completion *done)
{
	spin_lock(&transfers);		// f1.1 holds transfers
	left = wait_for_completion_timeout(done, HZ);	// f1.2 sleeps wait_for_completion_timeout()
					// BUG[f] sleep-in-atomic: wait_for_completion_timeout() in transfers
	spin_unlock(&transfers);
}

void transfer_wait_for_completion_io_timeout(struct completion *done)
{
	spin_lock(&transfers);		// g1.1 holds transfers
	left = wait_for_completion_io_timeout(done, HZ);	// g1.2 sleeps wait_for_completion_io_timeout()
					// BUG[g] sleep-in-atomic: wait_for_completion_io_timeout() in transfers
	spin_unlock(&transfers);
}

void transfer_wait_for_completion_interruptible_timeout(struct completion *done)
{
	spin_lock(&transfers);		// h1.1 holds transfers
	left = wait_for_completion_interruptible_timeout(done, HZ);
					// h1.2 sleeps wait_for_completion_interruptible_timeout()
					// BUG[h] sleep-in-atomic: wait_for_completion_interruptible_timeout()
					//    in transfers
	spin_unlock(&transfers);
}

void transfer_wait_for_completion_killable_timeout(struct completion *done)
{
	spin_lock(&transfers);		// i1.1 holds transfers
	left = wait_for_completion_killable_timeout(done, HZ);
					// i1.2 sleeps wait_for_completion_killable_timeout()
					// BUG[i] sleep-in-atomic: wait_for_completion_killable_timeout() in
					//    transfers
	spin_unlock(&transfers);
}
