// The locks of a task, given back before the spinlock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/sched/task.h>
#include <linux/sched/signal.h>

static DEFINE_SPINLOCK(plain_b);

void plain_forward(struct task_struct *task)
{
	task_lock(task);
	task_unlock(task);
	spin_lock(&plain_b);
	spin_unlock(&plain_b);
}

void plain_backward(struct task_struct *task)
{
	spin_lock(&plain_b);
	task_lock(task);
	task_unlock(task);
	spin_unlock(&plain_b);
}

static DEFINE_SPINLOCK(signals_b);

void signals_forward(struct task_struct *task)
{
	unsigned long flags;

	if (!lock_task_sighand(task, &flags))
		return;
	unlock_task_sighand(task, &flags);
	spin_lock(&signals_b);
	spin_unlock(&signals_b);
}

void signals_backward(struct task_struct *task)
{
	unsigned long flags;

	spin_lock(&signals_b);
	if (lock_task_sighand(task, &flags))
		unlock_task_sighand(task, &flags);
	spin_unlock(&signals_b);
}

static DEFINE_SPINLOCK(signals_inside_b);

void signals_inside_forward(struct task_struct *task)
{
	unsigned long flags;

	if (!__lock_task_sighand(task, &flags))
		return;
	unlock_task_sighand(task, &flags);
	spin_lock(&signals_inside_b);
	spin_unlock(&signals_inside_b);
}

void signals_inside_backward(struct task_struct *task)
{
	unsigned long flags;

	spin_lock(&signals_inside_b);
	if (__lock_task_sighand(task, &flags))
		unlock_task_sighand(task, &flags);
	spin_unlock(&signals_inside_b);
}
