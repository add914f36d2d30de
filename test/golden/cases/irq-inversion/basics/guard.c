// A guard of another file's handler's spinlock is in a write to the device, interrupts on.
#include "kernel.h"
#include <linux/fs.h>
#include "horn.h"

static ssize_t horn_write(struct file *file, const char __user *data, size_t size, loff_t *at)	// 2.1 enters horn_write
{
	guard(spinlock)(&horn_lock);	// 2.2 calls class_spinlock_constructor
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: horn_lock
					// 2.3 wants horn_lock in spinlock.h
	horn_blasts = size;
	return size;
}
const struct file_operations horn_fops = { .write = horn_write };
//--- horn.h
extern spinlock_t horn_lock;
extern int horn_blasts;
//--- interrupt.c
#include "kernel.h"
#include "horn.h"
DEFINE_SPINLOCK(horn_lock);
int horn_blasts;

static irqreturn_t horn_interrupt(int irq, void *data)
{
	spin_lock(&horn_lock);		// 1.2 wants horn_lock
	horn_blasts = 0;
	spin_unlock(&horn_lock);
	return IRQ_HANDLED;
}

int horn_start(struct device *dev, int irq)
{
	return devm_request_irq(dev, irq, horn_interrupt, 0, "horn", dev);	// 1.1 starts horn_interrupt
}
