// A raw spinlock of another file's handler is taken by a write to the device, interrupts on.
#include "kernel.h"
#include <linux/fs.h>
#include "gpio.h"

static ssize_t gpio_write(struct file *file, const char __user *data, size_t size, loff_t *at)	// 2.1 enters gpio_write
{
	raw_spin_lock(&gpio_lock);	// 2.2 wants gpio_lock
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: gpio_lock
	gpio_mask = size;
	raw_spin_unlock(&gpio_lock);
	return size;
}
const struct file_operations gpio_fops = { .write = gpio_write };
//--- gpio.h
extern raw_spinlock_t gpio_lock;
extern int gpio_mask;
//--- interrupt.c
#include "kernel.h"
#include "gpio.h"
DEFINE_RAW_SPINLOCK(gpio_lock);
int gpio_mask;

static irqreturn_t gpio_interrupt(int irq, void *data)
{
	raw_spin_lock(&gpio_lock);	// 1.2 wants gpio_lock
	gpio_mask = 0;
	raw_spin_unlock(&gpio_lock);
	return IRQ_HANDLED;
}

int gpio_start(struct device *dev, int irq)
{
	return devm_request_irq(dev, irq, gpio_interrupt, 0, "gpio", dev);	// 1.1 starts gpio_interrupt
}
