// The handler only tries the lock that a write to the device holds with interrupts on.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "led.h"

static ssize_t led_write(struct file *file, const char __user *data, size_t size, loff_t *at)
{
	spin_lock(&led_lock);
	led_level = size;
	spin_unlock(&led_lock);
	return size;
}
const struct file_operations led_fops = { .write = led_write };
//--- led.h
extern spinlock_t led_lock;
extern int led_level;
//--- interrupt.c
#include "kernel.h"
#include "led.h"
DEFINE_SPINLOCK(led_lock);
int led_level;

static irqreturn_t led_interrupt(int irq, void *data)
{
	if (!spin_trylock(&led_lock))
		return IRQ_HANDLED;
	led_level = 0;
	spin_unlock(&led_lock);
	return IRQ_HANDLED;
}

int led_start(int irq, void *cookie)
{
	return request_irq(irq, led_interrupt, 0, "led", cookie);
}
