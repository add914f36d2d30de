// Code that may not sleep asks whether it may, by the right question.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/delay.h>
#include <linux/rcupdate_trace.h>
#include <linux/timer.h>

static void serving_tick(struct timer_list *timer);
static DEFINE_TIMER(serving_timer, serving_tick);

static void serving_tick(struct timer_list *timer)
{
	if (!in_serving_softirq())
		msleep(1);
	mod_timer(&serving_timer, jiffies + HZ);
}

static void bottom_tick(struct timer_list *timer);
static DEFINE_TIMER(bottom_timer, bottom_tick);

static void bottom_tick(struct timer_list *timer)
{
	if (!in_softirq())
		msleep(1);
	mod_timer(&bottom_timer, jiffies + HZ);
}

static void task_tick(struct timer_list *timer);
static DEFINE_TIMER(task_timer, task_tick);

static void task_tick(struct timer_list *timer)
{
	if (in_task())
		msleep(1);
	mod_timer(&task_timer, jiffies + HZ);
}

static void preemptible_tick(struct timer_list *timer);
static DEFINE_TIMER(preemptible_timer, preemptible_tick);

static void preemptible_tick(struct timer_list *timer)
{
	if (preemptible())
		msleep(1);
	mod_timer(&preemptible_timer, jiffies + HZ);
}

static void irqs_tick(struct timer_list *timer);
static DEFINE_TIMER(irqs_timer, irqs_tick);

static void irqs_tick(struct timer_list *timer)
{
	if (!in_softirq())
		msleep(1);
	mod_timer(&irqs_timer, jiffies + HZ);
}

static void reader_tick(struct timer_list *timer);
static DEFINE_TIMER(reader_timer, reader_tick);

static void reader_tick(struct timer_list *timer)
{
	if (!in_softirq())
		msleep(1);
	mod_timer(&reader_timer, jiffies + HZ);
}

static irqreturn_t hard_interrupt(int irq, void *data)
{
	if (!in_hardirq())
		msleep(1);
	return IRQ_HANDLED;
}

int hard_start(int irq, void *cookie)
{
	return request_irq(irq, hard_interrupt, 0, "hard", cookie);
}

static irqreturn_t old_interrupt(int irq, void *data)
{
	if (!in_irq())
		msleep(1);
	return IRQ_HANDLED;
}

int old_start(int irq, void *cookie)
{
	return request_irq(irq, old_interrupt, 0, "old", cookie);
}

static irqreturn_t soft_interrupt(int irq, void *data)
{
	if (!in_hardirq())
		msleep(1);
	return IRQ_HANDLED;
}

int soft_start(int irq, void *cookie)
{
	return request_irq(irq, soft_interrupt, 0, "soft", cookie);
}

static irqreturn_t masked_interrupt(int irq, void *data)
{
	if (!in_hardirq())
		msleep(1);
	return IRQ_HANDLED;
}

int masked_start(int irq, void *cookie)
{
	return request_irq(irq, masked_interrupt, 0, "masked", cookie);
}

static irqreturn_t unmasked_interrupt(int irq, void *data)
{
	if (!in_nmi())
		msleep(1);
	return IRQ_HANDLED;
}

int unmasked_start(unsigned int irq, void *cookie)
{
	return request_nmi(irq, unmasked_interrupt, 0, "unmasked", cookie);
}

void asks_hardirq(void)
{
	local_irq_disable();
	if (!raw_irqs_disabled())
		msleep(1);
	local_irq_enable();
}

void asks_softirq(void)
{
	local_irq_disable();
	if (!arch_irqs_disabled())
		msleep(1);
	local_irq_enable();
}

void asks_irqs(void)
{
	rcu_read_lock();
	if (!rcu_read_lock_held())
		msleep(1);
	rcu_read_unlock();
}

void asks_bh(void)
{
	preempt_disable();
	if (preemptible())
		msleep(1);
	preempt_enable();
}

void asks_preempt(void)
{
	local_bh_disable();
	if (!in_softirq())
		msleep(1);
	local_bh_enable();
}

void asks_task(void)
{
	preempt_disable();
	if (!in_atomic())
		msleep(1);
	preempt_enable();
}

void asks_task_bh(void)
{
	local_bh_disable();
	if (preemptible())
		msleep(1);
	local_bh_enable();
}

void asks_nmi(void)
{
	local_irq_disable();
	if (preemptible())
		msleep(1);
	local_irq_enable();
}

void bh_ends(void)
{
	local_bh_disable();
	_local_bh_enable();
	msleep(1);
}

void trace_reader(void)
{
	rcu_read_lock_trace();
	msleep(1);
	rcu_read_unlock_trace();
}

static noinline void sleeps(void)
{
	lockdep_assert_irqs_enabled();
	lockdep_assert_preemption_enabled();
	msleep(1);
}

void calls(void)
{
	sleeps();
}

void irqs_are_off(void)
{
	lockdep_assert_irqs_disabled();
	mdelay(1);
}

void preemption_is_off(void)
{
	lockdep_assert_preemption_disabled();
	mdelay(1);
}

void is_interrupt(void)
{
	lockdep_assert_in_irq();
	mdelay(1);
}
