// The locks of a task: held over a spinlock, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/sched/task.h>
#include <linux/sched/signal.h>

static DEFINE_SPINLOCK(plain_b);

void plain_forward(struct task_struct *task)
{
	task_lock(task);		// plain2.1 holds task_struct.alloc_lock
	spin_lock(&plain_b);		// plain2.2 wants plain_b
	spin_unlock(&plain_b);
	task_unlock(task);
}

void plain_backward(struct task_struct *task)
{
	spin_lock(&plain_b);		// plain1.1 holds plain_b
	task_lock(task);		// plain1.2 wants task_struct.alloc_lock
					// BUG[plain] lock-order: plain_b -> task_struct.alloc_lock -> plain_b
	task_unlock(task);
	spin_unlock(&plain_b);
}

static DEFINE_SPINLOCK(signals_b);

void signals_forward(struct task_struct *task)
{
	unsigned long flags;

	if (!lock_task_sighand(task, &flags))	// signals1.1 holds sighand_struct.siglock
		return;
	spin_lock(&signals_b);		// signals1.2 wants signals_b
					// BUG[signals] lock-order: sighand_struct.siglock -> signals_b -> sighand_struct.siglock
	spin_unlock(&signals_b);
	unlock_task_sighand(task, &flags);
}

void signals_backward(struct task_struct *task)
{
	unsigned long flags;

	spin_lock(&signals_b);		// signals2.1 holds signals_b
	if (lock_task_sighand(task, &flags))	// signals2.2 wants sighand_struct.siglock
		unlock_task_sighand(task, &flags);
	spin_unlock(&signals_b);
}

static DEFINE_SPINLOCK(signals_inside_b);

void signals_inside_forward(struct task_struct *task)
{
	unsigned long flags;

	if (!__lock_task_sighand(task, &flags))	// signals_inside1.1 holds sighand_struct.siglock
		return;
	spin_lock(&signals_inside_b);	// signals_inside1.2 wants signals_inside_b
					// BUG[signals_inside] lock-order: sighand_struct.siglock -> signals_inside_b -> sighand_struct.siglock
	spin_unlock(&signals_inside_b);
	unlock_task_sighand(task, &flags);
}

void signals_inside_backward(struct task_struct *task)
{
	unsigned long flags;

	spin_lock(&signals_inside_b);	// signals_inside2.1 holds signals_inside_b
	if (__lock_task_sighand(task, &flags))	// signals_inside2.2 wants sighand_struct.siglock
		unlock_task_sighand(task, &flags);
	spin_unlock(&signals_inside_b);
}
