// What stands behind the scope of a guard() sleeps outside it.
// CLEAN
#include "kernel.h"
#include <linux/cleanup.h>
#include <linux/delay.h>
#include <linux/preempt.h>
#include <linux/rcupdate.h>

DEFINE_LOCK_GUARD_0(golden_reader, rcu_read_lock(), rcu_read_unlock())
DEFINE_LOCK_GUARD_0(golden_bh, local_bh_disable(), local_bh_enable())

static void looks(void)
{
	guard(golden_reader)();
}

void reads(void)
{
	looks();
	msleep(1);
}

void halves(int *count)
{
	scoped_guard(golden_bh)
		++*count;
	msleep(1);
}

static noinline void pin(void)
{
	preempt_disable();
}

static noinline void unpin(void)
{
	preempt_enable();
}

void pinned(int *count)
{
	pin();
	++*count;
	unpin();
	msleep(1);
}
