// The high-resolution timer is cancelled under the spinlock that it takes, and waited for.
#include "kernel.h"
#include <linux/hrtimer.h>
#include "pulse.h"

static enum hrtimer_restart pulse_fire(struct hrtimer *timer)	// 2.1 enters pulse_fire; 2.2 holds pulse.timer
{
	struct pulse *pulse = container_of(timer, struct pulse, timer);

	spin_lock(&pulse->lock);	// 2.3 wants pulse.lock
	pulse->count++;
	spin_unlock(&pulse->lock);
	return HRTIMER_NORESTART;
}

void pulse_setup(struct pulse *pulse)
{
	hrtimer_init(&pulse->timer, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	pulse->timer.function = pulse_fire;
}
//--- pulse.h
struct pulse {
	struct hrtimer timer;
	spinlock_t lock;
	int count;
};
//--- stop.c
#include "kernel.h"
#include <linux/hrtimer.h>
#include "pulse.h"

void pulse_stop(struct pulse *pulse)
{
	spin_lock_irq(&pulse->lock);	// 1.1 holds pulse.lock
	hrtimer_cancel(&pulse->timer);	// 1.2 waits pulse.timer
					// BUG wait-under-lock: pulse.lock -> pulse.timer -> pulse.lock
	spin_unlock_irq(&pulse->lock);
}
