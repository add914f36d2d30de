// The open of a device takes the lock of the interrupt handler with interrupts on.
#include "kernel.h"
#include <linux/fs.h>
#include "card.h"
static struct card the_card;

static irqreturn_t card_interrupt(int irq, void *data)
{
	struct card *card = data;

	spin_lock(&card->lock);		// 1.2 wants card.lock
	card->events++;
	spin_unlock(&card->lock);
	return IRQ_HANDLED;
}

int card_start(int irq)
{
	return request_irq(irq, card_interrupt, 0, "card", &the_card);	// 1.1 starts card_interrupt
}

static int card_open(struct inode *inode, struct file *file)	// 2.1 enters card_open
{
	card_reset(&the_card);		// 2.2 calls card_reset
	return 0;
}
const struct file_operations card_fops = { .open = card_open };
//--- card.h
struct card {
	spinlock_t lock;
	int events;
};
void card_reset(struct card *card);
//--- reset.c
#include "kernel.h"
#include "card.h"

void card_reset(struct card *card)
{
	spin_lock(&card->lock);		// 2.3 wants card.lock
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: card.lock
	card->events = 0;
	spin_unlock(&card->lock);
}
