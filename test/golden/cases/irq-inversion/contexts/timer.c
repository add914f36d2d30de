// The timer takes the lock in a soft interrupt, a write to the device with bottom halves on.
#include "kernel.h"
#include <linux/fs.h>
#include <linux/timer.h>
#include "meter.h"
static struct meter the_meter;

static void meter_sample(struct timer_list *timer)
{
	struct meter *meter = container_of(timer, struct meter, timer);

	spin_lock(&meter->lock);	// 1.2 wants meter.lock
	meter->value++;
	spin_unlock(&meter->lock);
}

void meter_start(void)
{
	timer_setup(&the_meter.timer, meter_sample, 0);	// 1.1 starts meter_sample
}

static ssize_t meter_write(struct file *file, const char __user *data, size_t size, loff_t *at)	// 2.1 enters meter_write
{
	meter_set(&the_meter, size);	// 2.2 calls meter_set
	return size;
}
const struct file_operations meter_fops = { .write = meter_write };
//--- meter.h
struct meter {
	struct timer_list timer;
	spinlock_t lock;
	int value;
};
void meter_set(struct meter *meter, int value);
//--- set.c
#include "kernel.h"
#include <linux/timer.h>
#include "meter.h"

void meter_set(struct meter *meter, int value)
{
	spin_lock(&meter->lock);	// 2.3 wants meter.lock
					// BUG irq-inversion: {IN-SOFTIRQ-W} -> {SOFTIRQ-ON-W} usage: meter.lock
	meter->value = value;
	spin_unlock(&meter->lock);
}
