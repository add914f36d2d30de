// A hard interrupt takes the lock, the timer takes it with interrupts off.
// CLEAN
#include "kernel.h"
#include <linux/timer.h>
#include "modem.h"

static void modem_poll(struct timer_list *timer)
{
	struct modem *modem = container_of(timer, struct modem, timer);
	unsigned long flags;

	spin_lock_irqsave(&modem->lock, flags);
	modem->bytes = 0;
	spin_unlock_irqrestore(&modem->lock, flags);
}

void modem_start(struct modem *modem)
{
	timer_setup(&modem->timer, modem_poll, 0);
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

	spin_lock(&modem->lock);
	modem->bytes++;
	spin_unlock(&modem->lock);
	return IRQ_HANDLED;
}

int modem_listen(struct modem *modem)
{
	return request_irq(modem->irq, modem_interrupt, 0, "modem", modem);
}
