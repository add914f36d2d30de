// The clock is stopped with interrupts off, and the driver of the clock sleeps.
#include "kernel.h"
void clock_settle(void);

void clock_switch(void)
{
	local_irq_disable();		// 1.1 holds hardirqs-off
	clock_settle();			// 1.2 calls clock_settle
					// BUG sleep-in-atomic: usleep_range() in hardirqs-off
	local_irq_enable();
}
//--- clock.c
#include "kernel.h"
#include <linux/delay.h>

void clock_settle(void)
{
	usleep_range(10, 20);		// 1.3 sleeps usleep_range()
}
