// The delay asks nobody, and one caller has interrupts off.
#include "kernel.h"
void bus_delay(void);

void bus_reset(void)
{
	unsigned long flags;

	local_irq_save(flags);		// 1.1 holds hardirqs-off
	bus_delay();			// 1.2 calls bus_delay
					// BUG sleep-in-atomic: msleep() in hardirqs-off
	local_irq_restore(flags);
}
//--- delay.c
#include "kernel.h"
#include <linux/delay.h>
void bus_delay(void);

void bus_delay(void)
{
	msleep(5);			// 1.3 sleeps msleep()
}
