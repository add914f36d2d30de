// Every caller of the function has interrupts off.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "queue.h"

static long queue_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	local_irq_disable();
	queue_add(argument);
	local_irq_enable();
	return 0;
}

static int queue_open(struct inode *inode, struct file *file)
{
	unsigned long flags;

	local_irq_save(flags);
	queue_add(0);
	local_irq_restore(flags);
	return 0;
}
const struct file_operations queue_fops = { .unlocked_ioctl = queue_ioctl, .open = queue_open };
//--- queue.h
void queue_add(int what);
//--- queue.c
#include "kernel.h"
#include "queue.h"
static DEFINE_SPINLOCK(queue_lock);
static int queued;

static irqreturn_t queue_interrupt(int irq, void *data)
{
	spin_lock(&queue_lock);
	queued = 0;
	spin_unlock(&queue_lock);
	return IRQ_HANDLED;
}

int queue_start(int irq, void *cookie)
{
	return request_irq(irq, queue_interrupt, 0, "queue", cookie);
}

void queue_add(int what)
{
	spin_lock(&queue_lock);
	queued += what;
	spin_unlock(&queue_lock);
}
