// can_sleep is passed on through a second file; a spinlock is held and it is false.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(leds);
void led_blink(int led, bool can_sleep);

void leds_blink(void)
{
	spin_lock(&leds);
	led_blink(1, false);
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
	pause_for(10 * led, can_sleep);
}
//--- pause.c
#include "kernel.h"
#include <linux/delay.h>
void pause_for(int ms, bool can_sleep);

void pause_for(int ms, bool can_sleep)
{
	if (can_sleep)
		msleep(ms);
	else
		mdelay(ms);
}
