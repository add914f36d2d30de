// The handler's interrupt is disabled by disable_irq() where the ioctl takes its lock.
#include "kernel.h"
#include <linux/fs.h>
#include "card.h"

static long card_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct card *card = file->private_data;

	disable_irq(card->irq);
	spin_lock(&card->lock);
					// FALSE irq-inversion: disable_irq() is not known to keep the handler of
					//    that interrupt away
	card->mode = argument;
	spin_unlock(&card->lock);
	enable_irq(card->irq);
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

	spin_lock(&card->lock);
	card->mode = 0;
	spin_unlock(&card->lock);
	return IRQ_HANDLED;
}

int card_listen(struct card *card)
{
	return request_irq(card->irq, card_interrupt, 0, "card", card);
}
