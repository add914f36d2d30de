// The high-resolution timer, which is a hard interrupt, spins.
// CLEAN
#include "kernel.h"
#include <linux/hrtimer.h>
void pulse_send(void);
static struct hrtimer pulse;

static enum hrtimer_restart pulse_fire(struct hrtimer *timer)
{
	pulse_send();
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
	udelay(10);
}
