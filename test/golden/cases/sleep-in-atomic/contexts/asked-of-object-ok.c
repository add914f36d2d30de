// The handler waits without sleeping, whatever its object says.
// CLEAN
#include "kernel.h"
#include <linux/delay.h>
#include <linux/leds.h>
struct lamp {
	struct led_classdev cdev;
	bool slow;
};

static void lamp_set(struct led_classdev *cdev, enum led_brightness to)
{
	struct lamp *lamp = container_of(cdev, struct lamp, cdev);

	if (lamp->slow)
		mdelay(to);
	else
		udelay(to);
}

void lamp_register(struct lamp *lamp)
{
	lamp->cdev.brightness_set = lamp_set;
	led_classdev_register(NULL, &lamp->cdev);
}
