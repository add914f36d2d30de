// can_sleep is passed on through a second file; a spinlock is held and it is true.
#include "kernel.h"
static DEFINE_SPINLOCK(leds);
void led_blink(int led, bool can_sleep);

void leds_blink(void)
{
	spin_lock(&leds);		// 1.1 holds leds
	led_blink(1, true);		// 1.2 calls led_blink
					// BUG sleep-in-atomic: msleep() in leds
	spin_unlock(&leds);
}

void leds_test(void)
{
	led_blink(1, true);
}
//--- led.c
#include "kernel.h"
void led_blink(int led, bool can_sleep);
void pause_for(int ms, bool can_sleep);

void led_blink(int led, bool can_sleep)
{
	pause_for(10 * led, can_sleep);	// 1.3 calls pause_for
}
//--- pause.c
#include "kernel.h"
#include <linux/delay.h>
void pause_for(int ms, bool can_sleep);

void pause_for(int ms, bool can_sleep)
{
	if (can_sleep)
		msleep(ms);		// 1.4 sleeps msleep()
	else
		mdelay(ms);
}
