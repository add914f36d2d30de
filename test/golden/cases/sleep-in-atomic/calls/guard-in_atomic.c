// The delay always sleeps, and one caller holds a spinlock.
#include "kernel.h"
static DEFINE_SPINLOCK(bus);
void bus_delay(void);

void bus_reset(void)
{
	spin_lock(&bus);		// 1.1 holds bus
	bus_delay();			// 1.2 calls bus_delay
					// BUG sleep-in-atomic: msleep() in bus
	spin_unlock(&bus);
}
//--- delay.c
#include "kernel.h"
#include <linux/delay.h>
void bus_delay(void);

void bus_delay(void)
{
	msleep(5);			// 1.3 sleeps msleep()
}
