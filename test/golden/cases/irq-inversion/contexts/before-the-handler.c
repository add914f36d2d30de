// A module's init takes the lock with interrupts on after it asks for the interrupt.
#include "kernel.h"
#include "early.h"

static int __init early_init(void)	// 2.1 enters early_init
{
	int error;

	error = early_listen();
	early_reset();			// 2.2 calls early_reset
	return error;
}
module_init(early_init);
MODULE_LICENSE("GPL");
//--- early.h
int early_listen(void);
void early_reset(void);
//--- interrupt.c
#include "kernel.h"
#include "early.h"
static DEFINE_SPINLOCK(early_lock);
static int early_events;

static irqreturn_t early_interrupt(int irq, void *data)
{
	spin_lock(&early_lock);		// 1.2 wants early_lock
	early_events++;
	spin_unlock(&early_lock);
	return IRQ_HANDLED;
}

int early_listen(void)
{
	return request_irq(7, early_interrupt, 0, "early", NULL);	// 1.1 starts early_interrupt
}

void early_reset(void)
{
	spin_lock(&early_lock);		// 2.3 wants early_lock
					// BUG irq-inversion low: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    early_lock; only while a module starts
	early_events = 0;
	spin_unlock(&early_lock);
}
