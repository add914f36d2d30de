// Code that may not sleep asks whether it may, by a question that says nothing about it.
// CONFIGS: all
#include "kernel.h"
#include <linux/delay.h>
#include <linux/rcupdate_trace.h>
#include <linux/timer.h>

static void serving_tick(struct timer_list *timer);
static DEFINE_TIMER(serving_timer, serving_tick);

static void serving_tick(struct timer_list *timer)	// serving1.1 enters serving_tick
{
	if (!in_hardirq())
		msleep(1);		// serving1.2 sleeps msleep()
					// BUG[serving] sleep-in-atomic: msleep() in softirq context
	mod_timer(&serving_timer, jiffies + HZ);
}

static void bottom_tick(struct timer_list *timer);
static DEFINE_TIMER(bottom_timer, bottom_tick);

static void bottom_tick(struct timer_list *timer)	// bottom1.1 enters bottom_tick
{
	if (!in_irq())
		msleep(1);		// bottom1.2 sleeps msleep()
					// BUG[bottom] sleep-in-atomic: msleep() in softirq context
	mod_timer(&bottom_timer, jiffies + HZ);
}

static void task_tick(struct timer_list *timer);
static DEFINE_TIMER(task_timer, task_tick);

static void task_tick(struct timer_list *timer)	// task1.1 enters task_tick
{
	if (!in_nmi())
		msleep(1);		// task1.2 sleeps msleep()
					// BUG[task] sleep-in-atomic: msleep() in softirq context
	mod_timer(&task_timer, jiffies + HZ);
}

static void preemptible_tick(struct timer_list *timer);
static DEFINE_TIMER(preemptible_timer, preemptible_tick);

static void preemptible_tick(struct timer_list *timer)	// preemptible1.1 enters preemptible_tick
{
	if (!in_hardirq())
		msleep(1);		// preemptible1.2 sleeps msleep()
					// BUG[preemptible] sleep-in-atomic: msleep() in softirq context
	mod_timer(&preemptible_timer, jiffies + HZ);
}

static void irqs_tick(struct timer_list *timer);
static DEFINE_TIMER(irqs_timer, irqs_tick);

static void irqs_tick(struct timer_list *timer)	// irqs1.1 enters irqs_tick
{
	if (!irqs_disabled())
		msleep(1);		// irqs1.2 sleeps msleep()
					// BUG[irqs] sleep-in-atomic: msleep() in softirq context
	mod_timer(&irqs_timer, jiffies + HZ);
}

static void reader_tick(struct timer_list *timer);
static DEFINE_TIMER(reader_timer, reader_tick);

static void reader_tick(struct timer_list *timer)	// reader1.1 enters reader_tick
{
	if (!rcu_read_lock_held())
		msleep(1);		// reader1.2 sleeps msleep()
					// BUG[reader] sleep-in-atomic: msleep() in softirq context
	mod_timer(&reader_timer, jiffies + HZ);
}

static irqreturn_t hard_interrupt(int irq, void *data)
{
	if (!in_serving_softirq())
		msleep(1);		// hard1.2 sleeps msleep()
					// BUG[hard] sleep-in-atomic: msleep() in hardirq context
	return IRQ_HANDLED;
}

int hard_start(int irq, void *cookie)
{
	return request_irq(irq, hard_interrupt, 0, "hard", cookie);	// hard1.1 starts hard_interrupt
}

static irqreturn_t old_interrupt(int irq, void *data)
{
	if (!in_serving_softirq())
		msleep(1);		// old1.2 sleeps msleep()
					// BUG[old] sleep-in-atomic: msleep() in hardirq context
	return IRQ_HANDLED;
}

int old_start(int irq, void *cookie)
{
	return request_irq(irq, old_interrupt, 0, "old", cookie);	// old1.1 starts old_interrupt
}

static irqreturn_t soft_interrupt(int irq, void *data)
{
	if (!in_softirq())
		msleep(1);
					// MISS sleep-in-atomic: any question that is asked in an interrupt is taken to be
					//    the right one
	return IRQ_HANDLED;
}

int soft_start(int irq, void *cookie)
{
	return request_irq(irq, soft_interrupt, 0, "soft", cookie);
}

static irqreturn_t masked_interrupt(int irq, void *data)
{
	if (!in_nmi())
		msleep(1);
					// MISS sleep-in-atomic: an interrupt is taken for one that cannot be masked
	return IRQ_HANDLED;
}

int masked_start(int irq, void *cookie)
{
	return request_irq(irq, masked_interrupt, 0, "masked", cookie);
}

static irqreturn_t unmasked_interrupt(int irq, void *data)
{
	if (!in_serving_softirq())
		msleep(1);		// unmasked1.2 sleeps msleep()
					// BUG[unmasked] sleep-in-atomic: msleep() in hardirq context
	return IRQ_HANDLED;
}

int unmasked_start(unsigned int irq, void *cookie)
{
	return request_nmi(irq, unmasked_interrupt, 0, "unmasked", cookie);	// unmasked1.1 starts unmasked_interrupt
}

void asks_hardirq(void)
{
	local_irq_disable();		// asks_hardirq1.1 holds hardirqs-off
	if (!in_hardirq())
		msleep(1);		// asks_hardirq1.2 sleeps msleep()
					// BUG[asks_hardirq] sleep-in-atomic: msleep() in hardirqs-off
	local_irq_enable();
}

void asks_softirq(void)
{
	local_irq_disable();		// asks_softirq1.1 holds hardirqs-off
	if (!in_serving_softirq())
		msleep(1);		// asks_softirq1.2 sleeps msleep()
					// BUG[asks_softirq] sleep-in-atomic: msleep() in hardirqs-off
	local_irq_enable();
}

void asks_irqs(void)
{
	rcu_read_lock();		// asks_irqs1.1 holds rcu_read_lock
	if (!irqs_disabled())
		msleep(1);		// asks_irqs1.2 sleeps msleep()
					// BUG[asks_irqs] sleep-in-atomic: msleep() in rcu_read_lock
	rcu_read_unlock();
}

void asks_bh(void)
{
	preempt_disable();		// asks_bh1.1 holds preempt-off
	if (!in_softirq())
		msleep(1);		// asks_bh1.2 sleeps msleep()
					// BUG[asks_bh] sleep-in-atomic: msleep() in preempt-off
	preempt_enable();
}

void asks_preempt(void)
{
	local_bh_disable();		// asks_preempt1.1 holds softirqs-off
	if (!in_serving_softirq())
		msleep(1);		// asks_preempt1.2 sleeps msleep()
					// BUG[asks_preempt] sleep-in-atomic: msleep() in softirqs-off
	local_bh_enable();
}

void asks_task(void)
{
	preempt_disable();		// asks_task1.1 holds preempt-off
	if (in_task())
		msleep(1);		// asks_task1.2 sleeps msleep()
					// BUG[asks_task] sleep-in-atomic: msleep() in preempt-off
	preempt_enable();
}

void asks_task_bh(void)
{
	local_bh_disable();
	if (in_task())
		msleep(1);
					// MISS sleep-in-atomic: it is a task where it has bottom halves off, too
	local_bh_enable();
}

void asks_nmi(void)
{
	local_irq_disable();		// asks_nmi1.1 holds hardirqs-off
	if (!in_nmi())
		msleep(1);		// asks_nmi1.2 sleeps msleep()
					// BUG[asks_nmi] sleep-in-atomic: msleep() in hardirqs-off
	local_irq_enable();
}

void bh_ends(void)
{
	local_bh_disable();		// bh_ends1.1 holds softirqs-off
	msleep(1);			// bh_ends1.2 sleeps msleep()
					// BUG[bh_ends] sleep-in-atomic: msleep() in softirqs-off
	_local_bh_enable();
}

void trace_reader(void)
{
	rcu_read_lock();		// trace_reader1.1 holds rcu_read_lock
	rcu_read_lock_trace();
	msleep(1);			// trace_reader1.2 sleeps msleep()
					// BUG[trace_reader] sleep-in-atomic: msleep() in rcu_read_lock
	rcu_read_unlock_trace();
	rcu_read_unlock();
}

static noinline void sleeps(void)
{
	lockdep_assert_irqs_enabled();
	lockdep_assert_preemption_enabled();
	msleep(1);			// calls1.3 sleeps msleep()
}

void calls(void)
{
	local_irq_disable();		// calls1.1 holds hardirqs-off
	sleeps();			// calls1.2 calls sleeps
					// BUG[calls] sleep-in-atomic: msleep() in hardirqs-off
	local_irq_enable();
}

void irqs_are_off(void)
{
	lockdep_assert_irqs_disabled();
	msleep(1);
					// MISS sleep-in-atomic: an assertion about the context is not believed
}

void preemption_is_off(void)
{
	lockdep_assert_preemption_disabled();
	msleep(1);
					// MISS sleep-in-atomic: an assertion about the context is not believed
}

void is_interrupt(void)
{
	lockdep_assert_in_irq();
	msleep(1);
					// MISS sleep-in-atomic: an assertion about the context is not believed
}
