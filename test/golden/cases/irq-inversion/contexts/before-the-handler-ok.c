// A module's init takes the lock with interrupts on before it asks for the interrupt.
#include "kernel.h"
#include "early.h"

static int __init early_init(void)
{
	int error;

	early_reset();
	error = early_listen();
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
	spin_lock(&early_lock);
	early_events++;
	spin_unlock(&early_lock);
	return IRQ_HANDLED;
}

int early_listen(void)
{
	return request_irq(7, early_interrupt, 0, "early", NULL);
}

void early_reset(void)
{
	spin_lock(&early_lock);
					// FALSE irq-inversion low: what is before the handler is registered is not
					//    told from what is after
	early_events = 0;
	spin_unlock(&early_lock);
}
