// The end of a transfer is waited for after the spinlock of the transfers, and announced or asked for under it.
// CLEAN
#include "kernel.h"
#include <linux/completion.h>
static DEFINE_SPINLOCK(transfers);
static long left;

void transfer_wait_for_completion(struct completion *done)
{
	spin_lock(&transfers);
	spin_unlock(&transfers);
	wait_for_completion(done);
}

void transfer_wait_for_completion_io(struct completion *done)
{
	spin_lock(&transfers);
	spin_unlock(&transfers);
	wait_for_completion_io(done);
}

void transfer_wait_for_completion_interruptible(struct completion *done)
{
	spin_lock(&transfers);
	spin_unlock(&transfers);
	left = wait_for_completion_interruptible(done);
}

void transfer_wait_for_completion_killable(struct completion *done)
{
	spin_lock(&transfers);
	spin_unlock(&transfers);
	left = wait_for_completion_killable(done);
}

void transfer_wait_for_completion_state(struct completion *done)
{
	spin_lock(&transfers);
	spin_unlock(&transfers);
	left = wait_for_completion_state(done, TASK_IDLE);
}

void transfer_wait_for_completion_timeout(struct completion *done)
{
	spin_lock(&transfers);
	spin_unlock(&transfers);
	left = wait_for_completion_timeout(done, HZ);
}

void transfer_wait_for_completion_io_timeout(struct completion *done)
{
	spin_lock(&transfers);
	spin_unlock(&transfers);
	left = wait_for_completion_io_timeout(done, HZ);
}

void transfer_wait_for_completion_interruptible_timeout(struct completion *done)
{
	spin_lock(&transfers);
	spin_unlock(&transfers);
	left = wait_for_completion_interruptible_timeout(done, HZ);
}

void transfer_wait_for_completion_killable_timeout(struct completion *done)
{
	spin_lock(&transfers);
	spin_unlock(&transfers);
	left = wait_for_completion_killable_timeout(done, HZ);
}

void transfer_complete(struct completion *done)
{
	spin_lock(&transfers);
	complete(done);
	spin_unlock(&transfers);
}

void transfer_complete_all(struct completion *done)
{
	spin_lock(&transfers);
	complete_all(done);
	spin_unlock(&transfers);
}

void transfer_complete_on_current_cpu(struct completion *done)
{
	spin_lock(&transfers);
	complete_on_current_cpu(done);
	spin_unlock(&transfers);
}

void transfer_reinit_completion(struct completion *done)
{
	spin_lock(&transfers);
	reinit_completion(done);
	spin_unlock(&transfers);
}

void transfer_try_wait_for_completion(struct completion *done)
{
	spin_lock(&transfers);
	left = try_wait_for_completion(done);
	spin_unlock(&transfers);
}

void transfer_completion_done(struct completion *done)
{
	spin_lock(&transfers);
	left = completion_done(done);
	spin_unlock(&transfers);
}
