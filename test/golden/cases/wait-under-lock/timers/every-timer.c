// Timers and tasklets of every other sort are waited for under the spinlock that they take.
#include "kernel.h"
#include <linux/hrtimer.h>
#include <linux/timer.h>

void hrtimer_setup(struct hrtimer *timer, enum hrtimer_restart (*function)(struct hrtimer *), clockid_t clock_id, enum hrtimer_mode mode);
void hrtimer_setup_on_stack(struct hrtimer *timer, enum hrtimer_restart (*function)(struct hrtimer *), clockid_t clock_id, enum hrtimer_mode mode);

struct stacked {
	struct timer_list timer;
	spinlock_t lock;
};

static void stacked_run(struct timer_list *timer)	// stacked2.2 holds stacked.timer
{
	struct stacked *stacked = container_of(timer, struct stacked, timer);

	spin_lock(&stacked->lock);	// stacked2.3 wants stacked.lock
	spin_unlock(&stacked->lock);
}

void stacked_make(struct stacked *stacked)
{
	timer_setup_on_stack(&stacked->timer, stacked_run, 0);	// stacked2.1 starts stacked_run
}

void stacked_end(struct stacked *stacked)
{
	spin_lock_bh(&stacked->lock);	// stacked1.1 holds stacked.lock
	timer_shutdown_sync(&stacked->timer);	// stacked1.2 waits stacked.timer
					// BUG[stacked] wait-under-lock: stacked.lock -> stacked.timer ->
					//    stacked.lock
	spin_unlock_bh(&stacked->lock);
}

struct keyed {
	struct timer_list timer;
	spinlock_t lock;
};

static void keyed_run(struct timer_list *timer)	// keyed2.2 holds keyed.timer
{
	struct keyed *keyed = container_of(timer, struct keyed, timer);

	spin_lock(&keyed->lock);	// keyed2.3 wants keyed.lock
	spin_unlock(&keyed->lock);
}

void keyed_make(struct keyed *keyed)
{
	init_timer_key(&keyed->timer, keyed_run, 0, NULL, NULL);	// keyed2.1 starts keyed_run
}

void keyed_end(struct keyed *keyed)
{
	spin_lock_bh(&keyed->lock);	// keyed1.1 holds keyed.lock
	timer_shutdown_sync(&keyed->timer);	// keyed1.2 waits keyed.timer
					// BUG[keyed] wait-under-lock: keyed.lock -> keyed.timer -> keyed.lock
	spin_unlock_bh(&keyed->lock);
}

struct updated {
	struct hrtimer timer;
	spinlock_t lock;
};

static enum hrtimer_restart updated_run(struct hrtimer *timer)	// updated2.2 holds updated.timer
{
	struct updated *updated = container_of(timer, struct updated, timer);

	spin_lock(&updated->lock);	// updated2.3 wants updated.lock
	spin_unlock(&updated->lock);
	return HRTIMER_NORESTART;
}

void updated_make(struct updated *updated)
{
	hrtimer_update_function(&updated->timer, updated_run);	// updated2.1 starts updated_run
}

void updated_end(struct updated *updated)
{
	spin_lock_irq(&updated->lock);	// updated1.1 holds updated.lock
	hrtimer_cancel(&updated->timer);	// updated1.2 waits updated.timer
					// BUG[updated] wait-under-lock: updated.lock -> updated.timer ->
					//    updated.lock
	spin_unlock_irq(&updated->lock);
}

struct pulse {
	struct hrtimer timer;
	spinlock_t lock;
};

static enum hrtimer_restart pulse_run(struct hrtimer *timer)	// pulse2.2 holds pulse.timer
{
	struct pulse *pulse = container_of(timer, struct pulse, timer);

	spin_lock(&pulse->lock);	// pulse2.3 wants pulse.lock
	spin_unlock(&pulse->lock);
	return HRTIMER_NORESTART;
}

void pulse_make(struct pulse *pulse)
{
	hrtimer_setup(&pulse->timer, pulse_run, CLOCK_MONOTONIC, HRTIMER_MODE_REL);	// pulse2.1 starts pulse_run
}

void pulse_end(struct pulse *pulse)
{
	spin_lock_irq(&pulse->lock);	// pulse1.1 holds pulse.lock
	hrtimer_cancel(&pulse->timer);	// pulse1.2 waits pulse.timer
					// BUG[pulse] wait-under-lock: pulse.lock -> pulse.timer -> pulse.lock
	spin_unlock_irq(&pulse->lock);
}

struct on_stack {
	struct hrtimer timer;
	spinlock_t lock;
};

static enum hrtimer_restart on_stack_run(struct hrtimer *timer)	// on_stack2.2 holds on_stack.timer
{
	struct on_stack *on_stack = container_of(timer, struct on_stack, timer);

	spin_lock(&on_stack->lock);	// on_stack2.3 wants on_stack.lock
	spin_unlock(&on_stack->lock);
	return HRTIMER_NORESTART;
}

void on_stack_make(struct on_stack *on_stack)
{
	hrtimer_setup_on_stack(&on_stack->timer, on_stack_run, CLOCK_MONOTONIC, HRTIMER_MODE_REL);	// on_stack2.1 starts on_stack_run
}

void on_stack_end(struct on_stack *on_stack)
{
	spin_lock_irq(&on_stack->lock);	// on_stack1.1 holds on_stack.lock
	hrtimer_cancel(&on_stack->timer);	// on_stack1.2 waits on_stack.timer
					// BUG[on_stack] wait-under-lock: on_stack.lock -> on_stack.timer ->
					//    on_stack.lock
	spin_unlock_irq(&on_stack->lock);
}

struct disabled {
	struct tasklet_struct tasklet;
	spinlock_t lock;
};

static void disabled_run(unsigned long data)	// disabled2.2 holds disabled.tasklet
{
	struct disabled *disabled = (struct disabled *)data;

	spin_lock(&disabled->lock);	// disabled2.3 wants disabled.lock
	spin_unlock(&disabled->lock);
}

void disabled_make(struct disabled *disabled)
{
	tasklet_init(&disabled->tasklet, disabled_run, (unsigned long)disabled);	// disabled2.1 starts disabled_run
}

void disabled_end(struct disabled *disabled)
{
	spin_lock_bh(&disabled->lock);	// disabled1.1 holds disabled.lock
	tasklet_disable(&disabled->tasklet);	// disabled1.2 waits disabled.tasklet
					// BUG[disabled] wait-under-lock: disabled.lock -> disabled.tasklet ->
					//    disabled.lock
	spin_unlock_bh(&disabled->lock);
}

struct unlocked {
	struct tasklet_struct tasklet;
	spinlock_t lock;
};

static void unlocked_run(unsigned long data)	// unlocked2.2 holds unlocked.tasklet
{
	struct unlocked *unlocked = (struct unlocked *)data;

	spin_lock(&unlocked->lock);	// unlocked2.3 wants unlocked.lock
	spin_unlock(&unlocked->lock);
}

void unlocked_make(struct unlocked *unlocked)
{
	tasklet_init(&unlocked->tasklet, unlocked_run, (unsigned long)unlocked);	// unlocked2.1 starts unlocked_run
}

void unlocked_end(struct unlocked *unlocked)
{
	spin_lock_bh(&unlocked->lock);	// unlocked1.1 holds unlocked.lock
	tasklet_unlock_wait(&unlocked->tasklet);	// unlocked1.2 waits unlocked.tasklet
					// BUG[unlocked] wait-under-lock: unlocked.lock -> unlocked.tasklet ->
					//    unlocked.lock
	spin_unlock_bh(&unlocked->lock);
}
