// The delay asks in_atomic() whether it may sleep, and one caller holds a spinlock.
// CLEAN
#include "kernel.h"
static DEFINE_SPINLOCK(bus);
void bus_delay(void);

void bus_reset(void)
{
	spin_lock(&bus);
	bus_delay();
	spin_unlock(&bus);
}
//--- delay.c
#include "kernel.h"
#include <linux/delay.h>
void bus_delay(void);

void bus_delay(void)
{
	if (!in_atomic())
		msleep(5);
	else
		mdelay(5);
}
