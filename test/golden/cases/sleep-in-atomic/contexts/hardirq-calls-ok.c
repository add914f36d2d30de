// The interrupt handler calls a function that sleeps unless it is in an interrupt.
// CLEAN
#include "kernel.h"
void tx_clean(void);

static irqreturn_t tx_interrupt(int irq, void *data)
{
	tx_clean();
	return IRQ_HANDLED;
}

int tx_start(int irq, void *cookie)
{
	return request_irq(irq, tx_interrupt, 0, "tx", cookie);
}
//--- clean.c
#include "kernel.h"
#include <linux/delay.h>
void tx_clean(void);

void tx_clean(void)
{
	if (!in_interrupt())
		msleep(1);
}
