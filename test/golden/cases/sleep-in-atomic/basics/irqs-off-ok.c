// The clock is stopped with interrupts off, and the driver of the clock spins.
// CLEAN
#include "kernel.h"
void clock_settle(void);

void clock_switch(void)
{
	local_irq_disable();
	clock_settle();
	local_irq_enable();
}
//--- clock.c
#include "kernel.h"
#include <linux/delay.h>

void clock_settle(void)
{
	udelay(10);
}
