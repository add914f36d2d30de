// The delay asks irqs_disabled(), and one caller has interrupts off.
// CLEAN
#include "kernel.h"
void bus_delay(void);

void bus_reset(void)
{
	unsigned long flags;

	local_irq_save(flags);
	bus_delay();
	local_irq_restore(flags);
}
//--- delay.c
#include "kernel.h"
#include <linux/delay.h>
void bus_delay(void);

void bus_delay(void)
{
	if (irqs_disabled())
		mdelay(5);
	else
		msleep(5);
}
