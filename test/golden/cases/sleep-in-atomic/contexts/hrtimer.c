// The high-resolution timer, which is a hard interrupt, sleeps.
#include "kernel.h"
#include <linux/hrtimer.h>
void pulse_send(void);
static struct hrtimer pulse;

static enum hrtimer_restart pulse_fire(struct hrtimer *timer)	// 1.1 enters pulse_fire
{
	pulse_send();			// 1.2 calls pulse_send
					// BUG sleep-in-atomic: usleep_range() in hardirq context
	return HRTIMER_NORESTART;
}

void pulse_start(void)
{
	hrtimer_init(&pulse, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	pulse.function = pulse_fire;
	hrtimer_start(&pulse, ms_to_ktime(10), HRTIMER_MODE_REL);
}
//--- send.c
#include "kernel.h"
#include <linux/delay.h>
void pulse_send(void);

void pulse_send(void)
{
	usleep_range(10, 20);		// 1.3 sleeps usleep_range()
}
