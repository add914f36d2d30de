// The processor is given to others under the spinlock of the motor.
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
	spin_lock(&motor);		// a1.1 holds motor
	might_sleep();			// a1.2 sleeps might_sleep()
					// BUG[a] sleep-in-atomic: might_sleep() in motor
	spin_unlock(&motor);
}

void motor_might_resched(void)
{
	spin_lock(&motor);		// b1.1 holds motor
	might_resched();		// b1.2 sleeps might_resched()
					// BUG[b] sleep-in-atomic: might_resched() in motor
	spin_unlock(&motor);
}

void motor_cond_resched(void)
{
	spin_lock(&motor);		// c1.1 holds motor
	cond_resched();			// c1.2 sleeps cond_resched()
					// BUG[c] sleep-in-atomic: cond_resched() in motor
	spin_unlock(&motor);
}

void motor_cond_resched_innermost(void)
{
	spin_lock(&motor);		// d1.1 holds motor
	__cond_resched();		// d1.2 sleeps __cond_resched()
					// BUG[d] sleep-in-atomic: __cond_resched() in motor
	spin_unlock(&motor);
}

void motor_cond_resched_inner(void)
{
	spin_lock(&motor);		// e1.1 holds motor
	_cond_resched();		// e1.2 sleeps _cond_resched()
					// BUG[e] sleep-in-atomic: _cond_resched() in motor
	spin_unlock(&motor);
}

void motor_cond_resched_tasks_rcu_qs(void)
{
	spin_lock(&motor);		// f1.1 holds motor
	cond_resched_tasks_rcu_qs();	// f1.2 sleeps cond_resched_tasks_rcu_qs()
					// BUG[f] sleep-in-atomic: cond_resched_tasks_rcu_qs() in motor
	spin_unlock(&motor);
}

void motor_might_sleep_innermost(void)
{
	spin_lock(&motor);		// g1.1 holds motor
	__might_sleep(__FILE__, __LINE__);	// g1.2 sleeps __might_sleep()
					// BUG[g] sleep-in-atomic: __might_sleep() in motor
	spin_unlock(&motor);
}

void motor_might_resched_innermost(void)
{
	spin_lock(&motor);		// h1.1 holds motor
	__might_resched(__FILE__, __LINE__, 0);	// h1.2 sleeps __might_resched()
					// BUG[h] sleep-in-atomic: __might_resched() in motor
	spin_unlock(&motor);
}

void motor_might_alloc(void)
{
	spin_lock(&motor);		// i1.1 holds motor
	might_alloc(GFP_KERNEL);	// i1.2 sleeps might_alloc()
					// BUG[i] sleep-in-atomic: might_alloc() in motor
	spin_unlock(&motor);
}

void motor_schedule(void)
{
	spin_lock(&motor);		// j1.1 holds motor
	set_current_state(TASK_INTERRUPTIBLE);
	schedule();			// j1.2 sleeps schedule()
					// BUG[j] sleep-in-atomic: schedule() in motor
	spin_unlock(&motor);
}

void motor_schedule_timeout(void)
{
	spin_lock(&motor);		// k1.1 holds motor
	set_current_state(TASK_INTERRUPTIBLE);
	left = schedule_timeout(HZ);	// k1.2 sleeps schedule_timeout()
					// BUG[k] sleep-in-atomic: schedule_timeout() in motor
	spin_unlock(&motor);
}

void motor_schedule_timeout_interruptible(void)
{
	spin_lock(&motor);		// l1.1 holds motor
	left = schedule_timeout_interruptible(HZ);	// l1.2 sleeps schedule_timeout_interruptible()
					// BUG[l] sleep-in-atomic: schedule_timeout_interruptible() in motor
	spin_unlock(&motor);
}

void motor_schedule_timeout_killable(void)
{
	spin_lock(&motor);		// m1.1 holds motor
	left = schedule_timeout_killable(HZ);	// m1.2 sleeps schedule_timeout_killable()
					// BUG[m] sleep-in-atomic: schedule_timeout_killable() in motor
	spin_unlock(&motor);
}

void motor_schedule_timeout_uninterruptible(void)
{
	spin_lock(&motor);		// n1.1 holds motor
	left = schedule_timeout_uninterruptible(HZ);	// n1.2 sleeps schedule_timeout_uninterruptible()
					// BUG[n] sleep-in-atomic: schedule_timeout_uninterruptible() in motor
	spin_unlock(&motor);
}

void motor_schedule_timeout_idle(void)
{
	spin_lock(&motor);		// o1.1 holds motor
	left = schedule_timeout_idle(HZ);	// o1.2 sleeps schedule_timeout_idle()
					// BUG[o] sleep-in-atomic: schedule_timeout_idle() in motor
	spin_unlock(&motor);
}

void motor_io_schedule_timeout(void)
{
	spin_lock(&motor);		// p1.1 holds motor
	left = io_schedule_timeout(HZ);	// p1.2 sleeps io_schedule_timeout()
					// BUG[p] sleep-in-atomic: io_schedule_timeout() in motor
	spin_unlock(&motor);
}

void motor_schedule_hrtimeout(void)
{
	spin_lock(&motor);		// q1.1 holds motor
	left = schedule_hrtimeout(&until, HRTIMER_MODE_REL);	// q1.2 sleeps schedule_hrtimeout()
					// BUG[q] sleep-in-atomic: schedule_hrtimeout() in motor
	spin_unlock(&motor);
}

void motor_schedule_hrtimeout_range(void)
{
	spin_lock(&motor);		// r1.1 holds motor
	left = schedule_hrtimeout_range(&until, 1000, HRTIMER_MODE_REL);
					// r1.2 sleeps schedule_hrtimeout_range()
					// BUG[r] sleep-in-atomic: schedule_hrtimeout_range() in motor
	spin_unlock(&motor);
}

void motor_schedule_hrtimeout_range_clock(void)
{
	spin_lock(&motor);		// s1.1 holds motor
	left = schedule_hrtimeout_range_clock(&until, 1000, HRTIMER_MODE_REL, CLOCK_BOOTTIME);
					// s1.2 sleeps schedule_hrtimeout_range_clock()
					// BUG[s] sleep-in-atomic: schedule_hrtimeout_range_clock() in motor
	spin_unlock(&motor);
}

void motor_io_schedule(void)
{
	spin_lock(&motor);		// t1.1 holds motor
	io_schedule();			// t1.2 sleeps io_schedule()
					// BUG[t] sleep-in-atomic: io_schedule() in motor
	spin_unlock(&motor);
}

void motor_yield(void)
{
	spin_lock(&motor);		// u1.1 holds motor
	yield();			// u1.2 sleeps yield()
					// BUG[u] sleep-in-atomic: yield() in motor
	spin_unlock(&motor);
}

void motor_yield_to(struct task_struct *task)
{
	spin_lock(&motor);		// v1.1 holds motor
	left = yield_to(task, true);	// v1.2 sleeps yield_to()
					// BUG[v] sleep-in-atomic: yield_to() in motor
	spin_unlock(&motor);
}

void motor_schedule_preempt_disabled(void)
{
	spin_lock(&motor);		// w1.1 holds motor
	schedule_preempt_disabled();	// w1.2 sleeps schedule_preempt_disabled()
					// BUG[w] sleep-in-atomic: schedule_preempt_disabled() in motor
	spin_unlock(&motor);
}

void motor_msleep(void)
{
	spin_lock(&motor);		// x1.1 holds motor
	msleep(20);			// x1.2 sleeps msleep()
					// BUG[x] sleep-in-atomic: msleep() in motor
	spin_unlock(&motor);
}

void motor_msleep_interruptible(void)
{
	spin_lock(&motor);		// y1.1 holds motor
	left = msleep_interruptible(20);	// y1.2 sleeps msleep_interruptible()
					// BUG[y] sleep-in-atomic: msleep_interruptible() in motor
	spin_unlock(&motor);
}

void motor_ssleep(void)
{
	spin_lock(&motor);		// z1.1 holds motor
	ssleep(1);			// z1.2 sleeps ssleep()
					// BUG[z] sleep-in-atomic: ssleep() in motor
	spin_unlock(&motor);
}

void motor_usleep_range(void)
{
	spin_lock(&motor);		// aa1.1 holds motor
	usleep_range(100, 200);		// aa1.2 sleeps usleep_range()
					// BUG[aa] sleep-in-atomic: usleep_range() in motor
	spin_unlock(&motor);
}

void motor_usleep_range_state(void)
{
	spin_lock(&motor);		// ab1.1 holds motor
	usleep_range_state(100, 200, TASK_IDLE);	// ab1.2 sleeps usleep_range_state()
					// BUG[ab] sleep-in-atomic: usleep_range_state() in motor
	spin_unlock(&motor);
}

void motor_usleep_idle_range(void)
{
	spin_lock(&motor);		// ac1.1 holds motor
	usleep_idle_range(100, 200);	// ac1.2 sleeps usleep_idle_range()
					// BUG[ac] sleep-in-atomic: usleep_idle_range() in motor
	spin_unlock(&motor);
}
