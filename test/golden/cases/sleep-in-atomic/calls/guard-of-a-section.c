// A guard() of one's own around a stretch of code, as guard(rcu)() and guard(preempt)() are: what its
// two ends begin and end is the caller's.
#include "kernel.h"
#include <linux/cleanup.h>
#include <linux/delay.h>
#include <linux/preempt.h>
#include <linux/rcupdate.h>

DEFINE_LOCK_GUARD_0(golden_reader, rcu_read_lock(), rcu_read_unlock())	// reads1.2 holds rcu_read_lock
DEFINE_LOCK_GUARD_0(golden_bh, local_bh_disable(), local_bh_enable())	// halves1.2 holds softirqs-off

void reads(void)
{
	guard(golden_reader)();		// reads1.1 calls class_golden_reader_constructor
	msleep(1);			// reads1.3 sleeps msleep()
					// BUG[reads] sleep-in-atomic: msleep() in rcu_read_lock
}

void halves(void)
{
	scoped_guard(golden_bh)		// halves1.1 calls class_golden_bh_constructor
		msleep(1);		// halves1.3 sleeps msleep()
					// BUG[halves] sleep-in-atomic: msleep() in softirqs-off
}

static noinline void pin(void)
{
	preempt_disable();		// pinned1.2 holds preempt-off
}

static noinline void unpin(void)
{
	preempt_enable();
}

void pinned(void)
{
	pin();				// pinned1.1 calls pin
	msleep(1);			// pinned1.3 sleeps msleep()
					// BUG[pinned] sleep-in-atomic: msleep() in preempt-off
	unpin();
}
