// The interrupt handler calls a function that sleeps.
#include "kernel.h"
void tx_clean(void);

static irqreturn_t tx_interrupt(int irq, void *data)
{
	tx_clean();			// 1.2 calls tx_clean
					// BUG sleep-in-atomic: msleep() in hardirq context
	return IRQ_HANDLED;
}

int tx_start(int irq, void *cookie)
{
	return request_irq(irq, tx_interrupt, 0, "tx", cookie);	// 1.1 starts tx_interrupt
}
//--- clean.c
#include "kernel.h"
#include <linux/delay.h>
void tx_clean(void);

void tx_clean(void)
{
	msleep(1);			// 1.3 sleeps msleep()
}
