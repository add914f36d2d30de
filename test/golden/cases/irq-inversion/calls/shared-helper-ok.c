// One helper takes the lock, for the handler and for the ioctl, with interrupts off where the ioctl calls.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "log.h"

static long log_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	local_irq_disable();
	log_add(argument);
	local_irq_enable();
	return 0;
}
const struct file_operations log_fops = { .unlocked_ioctl = log_ioctl };

static irqreturn_t log_interrupt(int irq, void *data)
{
	log_add(irq);
	return IRQ_HANDLED;
}

int log_start(int irq, void *cookie)
{
	return request_irq(irq, log_interrupt, 0, "log", cookie);
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
	spin_lock(&log_lock);
	last = what;
	spin_unlock(&log_lock);
}
