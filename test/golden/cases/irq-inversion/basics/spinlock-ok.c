// The open of a device takes the lock of the interrupt handler with interrupts off.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "card.h"
static struct card the_card;

static irqreturn_t card_interrupt(int irq, void *data)
{
	struct card *card = data;

	spin_lock(&card->lock);
	card->events++;
	spin_unlock(&card->lock);
	return IRQ_HANDLED;
}

int card_start(int irq)
{
	return request_irq(irq, card_interrupt, 0, "card", &the_card);
}

static int card_open(struct inode *inode, struct file *file)
{
	card_reset(&the_card);
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
	unsigned long flags;

	spin_lock_irqsave(&card->lock, flags);
	card->events = 0;
	spin_unlock_irqrestore(&card->lock, flags);
}
