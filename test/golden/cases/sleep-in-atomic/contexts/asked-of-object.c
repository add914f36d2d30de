// The handler sleeps by a flag of its object; who registers it may have chosen it by that flag.
#include "kernel.h"
#include <linux/delay.h>
#include <linux/leds.h>
struct lamp {
	struct led_classdev cdev;
	bool slow;
};

static void lamp_set(struct led_classdev *cdev, enum led_brightness to)	// 1.1 enters lamp_set
{
	struct lamp *lamp = container_of(cdev, struct lamp, cdev);

	if (lamp->slow)
		msleep(to);	// 1.2 sleeps msleep()
				// BUG sleep-in-atomic medium: msleep() in preempt-off; no lamp may be slow
	else
		udelay(to);
}

void lamp_register(struct lamp *lamp)
{
	lamp->cdev.brightness_set = lamp_set;
	led_classdev_register(NULL, &lamp->cdev);
}
