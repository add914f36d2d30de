// The lock is taken with interrupts off each time.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "spool.h"

static irqreturn_t spool_interrupt(int irq, void *data)
{
	spin_lock(&spool_lock);
	spooled++;
	spin_unlock(&spool_lock);
	return IRQ_HANDLED;
}

int spool_start(int irq, void *cookie)
{
	return request_irq(irq, spool_interrupt, 0, "spool", cookie);
}

static int spool_flush(struct file *file, loff_t start, loff_t end, int datasync)
{
	local_irq_disable();
	spin_lock(&spool_lock);
	spooled = 0;
	spin_unlock(&spool_lock);
	spool_kick();
	spin_lock(&spool_lock);
	spooled = 0;
	spin_unlock(&spool_lock);
	local_irq_enable();
	return 0;
}
const struct file_operations spool_fops = { .fsync = spool_flush };
//--- spool.h
extern spinlock_t spool_lock;
extern int spooled;
void spool_kick(void);
//--- kick.c
#include "kernel.h"
#include "spool.h"
DEFINE_SPINLOCK(spool_lock);
int spooled;

void spool_kick(void)
{
	unsigned long flags;

	spin_lock_irqsave(&spool_lock, flags);
	spooled = 1;
	spin_unlock_irqrestore(&spool_lock, flags);
}
