// A hard interrupt takes the lock, the timer takes it with interrupts on.
#include "kernel.h"
#include <linux/timer.h>
#include "modem.h"

static void modem_poll(struct timer_list *timer)
{
	struct modem *modem = container_of(timer, struct modem, timer);

	spin_lock(&modem->lock);	// 2.2 wants modem.lock
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: modem.lock
	modem->bytes = 0;
	spin_unlock(&modem->lock);
}

void modem_start(struct modem *modem)
{
	timer_setup(&modem->timer, modem_poll, 0);	// 2.1 starts modem_poll
}
//--- modem.h
struct modem {
	struct timer_list timer;
	spinlock_t lock;
	int bytes;
	int irq;
};
//--- interrupt.c
#include "kernel.h"
#include <linux/timer.h>
#include "modem.h"

static irqreturn_t modem_interrupt(int irq, void *data)
{
	struct modem *modem = data;

	spin_lock(&modem->lock);	// 1.2 wants modem.lock
	modem->bytes++;
	spin_unlock(&modem->lock);
	return IRQ_HANDLED;
}

int modem_listen(struct modem *modem)
{
	return request_irq(modem->irq, modem_interrupt, 0, "modem", modem);	// 1.1 starts modem_interrupt
}
