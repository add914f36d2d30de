// Timers and tasklets of every other sort are waited for after the spinlock that they take.
// CLEAN
#include "kernel.h"
#include <linux/hrtimer.h>
#include <linux/timer.h>

void hrtimer_setup(struct hrtimer *timer, enum hrtimer_restart (*function)(struct hrtimer *), clockid_t clock_id, enum hrtimer_mode mode);
void hrtimer_setup_on_stack(struct hrtimer *timer, enum hrtimer_restart (*function)(struct hrtimer *), clockid_t clock_id, enum hrtimer_mode mode);

struct stacked {
	struct timer_list timer;
	spinlock_t lock;
};

static void stacked_run(struct timer_list *timer)
{
	struct stacked *stacked = container_of(timer, struct stacked, timer);

	spin_lock(&stacked->lock);
	spin_unlock(&stacked->lock);
}

void stacked_make(struct stacked *stacked)
{
	timer_setup_on_stack(&stacked->timer, stacked_run, 0);
}

void stacked_end(struct stacked *stacked)
{
	spin_lock_bh(&stacked->lock);
	spin_unlock_bh(&stacked->lock);
	timer_shutdown_sync(&stacked->timer);
}

struct keyed {
	struct timer_list timer;
	spinlock_t lock;
};

static void keyed_run(struct timer_list *timer)
{
	struct keyed *keyed = container_of(timer, struct keyed, timer);

	spin_lock(&keyed->lock);
	spin_unlock(&keyed->lock);
}

void keyed_make(struct keyed *keyed)
{
	init_timer_key(&keyed->timer, keyed_run, 0, NULL, NULL);
}

void keyed_end(struct keyed *keyed)
{
	spin_lock_bh(&keyed->lock);
	spin_unlock_bh(&keyed->lock);
	timer_shutdown_sync(&keyed->timer);
}

struct updated {
	struct hrtimer timer;
	spinlock_t lock;
};

static enum hrtimer_restart updated_run(struct hrtimer *timer)
{
	struct updated *updated = container_of(timer, struct updated, timer);

	spin_lock(&updated->lock);
	spin_unlock(&updated->lock);
	return HRTIMER_NORESTART;
}

void updated_make(struct updated *updated)
{
	hrtimer_update_function(&updated->timer, updated_run);
}

void updated_end(struct updated *updated)
{
	spin_lock_irq(&updated->lock);
	spin_unlock_irq(&updated->lock);
	hrtimer_cancel(&updated->timer);
}

struct pulse {
	struct hrtimer timer;
	spinlock_t lock;
};

static enum hrtimer_restart pulse_run(struct hrtimer *timer)
{
	struct pulse *pulse = container_of(timer, struct pulse, timer);

	spin_lock(&pulse->lock);
	spin_unlock(&pulse->lock);
	return HRTIMER_NORESTART;
}

void pulse_make(struct pulse *pulse)
{
	hrtimer_setup(&pulse->timer, pulse_run, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
}

void pulse_end(struct pulse *pulse)
{
	spin_lock_irq(&pulse->lock);
	spin_unlock_irq(&pulse->lock);
	hrtimer_cancel(&pulse->timer);
}

struct on_stack {
	struct hrtimer timer;
	spinlock_t lock;
};

static enum hrtimer_restart on_stack_run(struct hrtimer *timer)
{
	struct on_stack *on_stack = container_of(timer, struct on_stack, timer);

	spin_lock(&on_stack->lock);
	spin_unlock(&on_stack->lock);
	return HRTIMER_NORESTART;
}

void on_stack_make(struct on_stack *on_stack)
{
	hrtimer_setup_on_stack(&on_stack->timer, on_stack_run, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
}

void on_stack_end(struct on_stack *on_stack)
{
	spin_lock_irq(&on_stack->lock);
	spin_unlock_irq(&on_stack->lock);
	hrtimer_cancel(&on_stack->timer);
}

struct disabled {
	struct tasklet_struct tasklet;
	spinlock_t lock;
};

static void disabled_run(unsigned long data)
{
	struct disabled *disabled = (struct disabled *)data;

	spin_lock(&disabled->lock);
	spin_unlock(&disabled->lock);
}

void disabled_make(struct disabled *disabled)
{
	tasklet_init(&disabled->tasklet, disabled_run, (unsigned long)disabled);
}

void disabled_end(struct disabled *disabled)
{
	spin_lock_bh(&disabled->lock);
	spin_unlock_bh(&disabled->lock);
	tasklet_disable(&disabled->tasklet);
}

struct unlocked {
	struct tasklet_struct tasklet;
	spinlock_t lock;
};

static void unlocked_run(unsigned long data)
{
	struct unlocked *unlocked = (struct unlocked *)data;

	spin_lock(&unlocked->lock);
	spin_unlock(&unlocked->lock);
}

void unlocked_make(struct unlocked *unlocked)
{
	tasklet_init(&unlocked->tasklet, unlocked_run, (unsigned long)unlocked);
}

void unlocked_end(struct unlocked *unlocked)
{
	spin_lock_bh(&unlocked->lock);
	spin_unlock_bh(&unlocked->lock);
	tasklet_unlock_wait(&unlocked->tasklet);
}
