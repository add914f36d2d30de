// The handler's interrupt is on where the ioctl takes its lock.
#include "kernel.h"
#include <linux/fs.h>
#include "card.h"

static long card_ioctl(struct file *file, unsigned int command, unsigned long argument)	// 2.1 enters card_ioctl
{
	struct card *card = file->private_data;

	spin_lock(&card->lock);		// 2.2 wants card.lock
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: card.lock
	card->mode = argument;
	spin_unlock(&card->lock);
	return 0;
}
const struct file_operations card_fops = { .unlocked_ioctl = card_ioctl };
//--- card.h
struct card {
	spinlock_t lock;
	int mode;
	int irq;
};
//--- interrupt.c
#include "kernel.h"
#include "card.h"

static irqreturn_t card_interrupt(int irq, void *data)
{
	struct card *card = data;

	spin_lock(&card->lock);		// 1.2 wants card.lock
	card->mode = 0;
	spin_unlock(&card->lock);
	return IRQ_HANDLED;
}

int card_listen(struct card *card)
{
	return request_irq(card->irq, card_interrupt, 0, "card", card);	// 1.1 starts card_interrupt
}
