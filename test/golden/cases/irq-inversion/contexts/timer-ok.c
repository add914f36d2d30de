// The timer takes the lock in a soft interrupt, a write to the device with bottom halves off.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include <linux/timer.h>
#include "meter.h"
static struct meter the_meter;

static void meter_sample(struct timer_list *timer)
{
	struct meter *meter = container_of(timer, struct meter, timer);

	spin_lock(&meter->lock);
	meter->value++;
	spin_unlock(&meter->lock);
}

void meter_start(void)
{
	timer_setup(&the_meter.timer, meter_sample, 0);
}

static ssize_t meter_write(struct file *file, const char __user *data, size_t size, loff_t *at)
{
	meter_set(&the_meter, size);
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
	spin_lock_bh(&meter->lock);
	meter->value = value;
	spin_unlock_bh(&meter->lock);
}
