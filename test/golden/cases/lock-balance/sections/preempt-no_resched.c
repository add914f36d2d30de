// What is built in may turn preemption on without rescheduling, and forgets it where nobody waits.
#undef MODULE
#include "kernel.h"
struct idle {
	int waiters, wakes;
};

int idle_wake(struct idle *idle)
{
	preempt_disable();				// 1.1 holds preempt-off
	if (!idle->waiters)
		return -ESRCH;
							// BUG lock-balance: preempt-off
	idle->wakes++;
	preempt_enable_no_resched();			// 2.1 releases preempt-off
	return 0;
}

int idle_sched(struct idle *idle)
{
	preempt_disable();				// sched1.1 holds preempt-off
	if (!idle->waiters)
		return -ESRCH;
							// BUG[sched] lock-balance: preempt-off
	idle->wakes++;
	sched_preempt_enable_no_resched();		// sched2.1 releases preempt-off
	return 0;
}

int idle_notrace(struct idle *idle)
{
	preempt_disable_notrace();			// notrace1.1 holds preempt-off
	if (!idle->waiters)
		return -ESRCH;
							// BUG[notrace] lock-balance: preempt-off
	idle->wakes++;
	preempt_enable_no_resched_notrace();		// notrace2.1 releases preempt-off
	return 0;
}
