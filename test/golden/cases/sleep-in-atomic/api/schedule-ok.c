// The processor is given to others after the spinlock of the motor, or only waited with under it.
// CLEAN
#include "kernel.h"
#include <linux/delay.h>
#include <linux/hrtimer.h>
#include <linux/sched.h>
#include <linux/sched/mm.h>
static DEFINE_SPINLOCK(motor);
static ktime_t until;
static long left;

void motor_might_sleep(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	might_sleep();
}

void motor_might_resched(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	might_resched();
}

void motor_cond_resched(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	cond_resched();
}

void motor_cond_resched_innermost(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	__cond_resched();
}

void motor_cond_resched_inner(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	_cond_resched();
}

void motor_cond_resched_tasks_rcu_qs(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	cond_resched_tasks_rcu_qs();
}

void motor_might_sleep_innermost(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	__might_sleep(__FILE__, __LINE__);
}

void motor_might_resched_innermost(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	__might_resched(__FILE__, __LINE__, 0);
}

void motor_might_alloc(void)
{
	spin_lock(&motor);
	might_alloc(GFP_ATOMIC);
	spin_unlock(&motor);
}

void motor_schedule(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	set_current_state(TASK_INTERRUPTIBLE);
	schedule();
}

void motor_schedule_timeout(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	set_current_state(TASK_INTERRUPTIBLE);
	left = schedule_timeout(HZ);
}

void motor_schedule_timeout_interruptible(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	left = schedule_timeout_interruptible(HZ);
}

void motor_schedule_timeout_killable(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	left = schedule_timeout_killable(HZ);
}

void motor_schedule_timeout_uninterruptible(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	left = schedule_timeout_uninterruptible(HZ);
}

void motor_schedule_timeout_idle(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	left = schedule_timeout_idle(HZ);
}

void motor_io_schedule_timeout(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	left = io_schedule_timeout(HZ);
}

void motor_schedule_hrtimeout(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	left = schedule_hrtimeout(&until, HRTIMER_MODE_REL);
}

void motor_schedule_hrtimeout_range(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	left = schedule_hrtimeout_range(&until, 1000, HRTIMER_MODE_REL);
}

void motor_schedule_hrtimeout_range_clock(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	left = schedule_hrtimeout_range_clock(&until, 1000, HRTIMER_MODE_REL, CLOCK_BOOTTIME);
}

void motor_io_schedule(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	io_schedule();
}

void motor_yield(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	yield();
}

void motor_yield_to(struct task_struct *task)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	left = yield_to(task, true);
}

void motor_schedule_preempt_disabled(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	preempt_disable();
	schedule_preempt_disabled();
	preempt_enable();
}

void motor_msleep(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	msleep(20);
}

void motor_msleep_interruptible(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	left = msleep_interruptible(20);
}

void motor_ssleep(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	ssleep(1);
}

void motor_usleep_range(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	usleep_range(100, 200);
}

void motor_usleep_range_state(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	usleep_range_state(100, 200, TASK_IDLE);
}

void motor_usleep_idle_range(void)
{
	spin_lock(&motor);
	spin_unlock(&motor);
	usleep_idle_range(100, 200);
}

void motor_udelay(void)
{
	spin_lock(&motor);
	udelay(10);
	spin_unlock(&motor);
}

void motor_mdelay(void)
{
	spin_lock(&motor);
	mdelay(1);
	spin_unlock(&motor);
}

void motor_ndelay(void)
{
	spin_lock(&motor);
	ndelay(100);
	spin_unlock(&motor);
}

void motor_cpu_relax(void)
{
	spin_lock(&motor);
	cpu_relax();
	spin_unlock(&motor);
}

void motor_set_current_state(void)
{
	spin_lock(&motor);
	set_current_state(TASK_RUNNING);
	spin_unlock(&motor);
}

void motor_wake_up_process(struct task_struct *task)
{
	spin_lock(&motor);
	wake_up_process(task);
	spin_unlock(&motor);
}
