// What is built in may turn preemption on without rescheduling, and does so on each path.
// CLEAN
#undef MODULE
#include "kernel.h"
struct idle {
	int waiters, wakes;
};

int idle_wake(struct idle *idle)
{
	preempt_disable();
	if (!idle->waiters) {
		preempt_enable_no_resched();
		return -ESRCH;
	}
	idle->wakes++;
	preempt_enable();
	return 0;
}

int idle_sched(struct idle *idle)
{
	preempt_disable();
	if (!idle->waiters) {
		sched_preempt_enable_no_resched();
		return -ESRCH;
	}
	idle->wakes++;
	preempt_enable();
	return 0;
}

int idle_notrace(struct idle *idle)
{
	preempt_disable_notrace();
	if (!idle->waiters) {
		preempt_enable_no_resched_notrace();
		return -ESRCH;
	}
	idle->wakes++;
	preempt_enable_notrace();
	return 0;
}
