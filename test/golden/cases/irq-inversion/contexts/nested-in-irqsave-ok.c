// The handler's lock nests in a lock that is taken with interrupts off.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "queue.h"
static DEFINE_SPINLOCK(outer);

static long queue_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	spin_lock_irq(&outer);
	queue_add(argument);
	spin_unlock_irq(&outer);
	return 0;
}
const struct file_operations queue_fops = { .unlocked_ioctl = queue_ioctl };
//--- queue.h
void queue_add(int what);
//--- queue.c
#include "kernel.h"
#include "queue.h"
static DEFINE_SPINLOCK(inner);
static int queued;

static irqreturn_t queue_interrupt(int irq, void *data)
{
	spin_lock(&inner);
	queued = 0;
	spin_unlock(&inner);
	return IRQ_HANDLED;
}

int queue_start(int irq, void *cookie)
{
	return request_irq(irq, queue_interrupt, 0, "queue", cookie);
}

void queue_add(int what)
{
	spin_lock(&inner);
	queued += what;
	spin_unlock(&inner);
}
