// The handler's lock nests in a lock that is taken with interrupts on.
#include "kernel.h"
#include <linux/fs.h>
#include "queue.h"
static DEFINE_SPINLOCK(outer);

static long queue_ioctl(struct file *file, unsigned int command, unsigned long argument)	// 2.1 enters queue_ioctl
{
	spin_lock(&outer);
	queue_add(argument);		// 2.2 calls queue_add
	spin_unlock(&outer);
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
	spin_lock(&inner);		// 1.2 wants inner
	queued = 0;
	spin_unlock(&inner);
	return IRQ_HANDLED;
}

int queue_start(int irq, void *cookie)
{
	return request_irq(irq, queue_interrupt, 0, "queue", cookie);	// 1.1 starts queue_interrupt
}

void queue_add(int what)
{
	spin_lock(&inner);		// 2.3 wants inner
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: inner
	queued += what;
	spin_unlock(&inner);
}
