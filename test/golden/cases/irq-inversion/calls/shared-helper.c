// One helper takes the lock, for the handler and for the ioctl, with interrupts on.
#include "kernel.h"
#include <linux/fs.h>
#include "log.h"

static long log_ioctl(struct file *file, unsigned int command, unsigned long argument)	// 2.1 enters log_ioctl
{
	log_add(argument);		// 2.2 calls log_add
	return 0;
}
const struct file_operations log_fops = { .unlocked_ioctl = log_ioctl };

static irqreturn_t log_interrupt(int irq, void *data)
{
	log_add(irq);			// 1.2 calls log_add
	return IRQ_HANDLED;
}

int log_start(int irq, void *cookie)
{
	return request_irq(irq, log_interrupt, 0, "log", cookie);	// 1.1 starts log_interrupt
}
//--- log.h
void log_add(int what);
//--- log.c
#include "kernel.h"
#include "log.h"
static DEFINE_SPINLOCK(log_lock);
static int last;

void log_add(int what)
{
	spin_lock(&log_lock);		// 1.3 wants log_lock; 2.3 wants log_lock
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: log_lock
	last = what;
	spin_unlock(&log_lock);
}
