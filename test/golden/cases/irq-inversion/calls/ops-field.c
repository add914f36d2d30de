// The handler calls the only function of an operation's field, which takes the lock that the read takes with interrupts on.
#include "kernel.h"
#include <linux/fs.h>
#include "sensor.h"

static irqreturn_t sensor_interrupt(int irq, void *data)
{
	struct sensor *sensor = data;

	sensor->ops->sample(sensor);	// 1.2 calls adc_sample
	return IRQ_HANDLED;
}

int sensor_start(struct sensor *sensor)
{
	return request_irq(sensor->irq, sensor_interrupt, 0, "sensor", sensor);	// 1.1 starts sensor_interrupt
}
//--- sensor.h
struct sensor;
struct sensor_ops {
	void (*sample)(struct sensor *sensor);
};
struct sensor {
	const struct sensor_ops *ops;
	spinlock_t lock;
	int value;
	int irq;
};
//--- adc.c
#include "kernel.h"
#include <linux/fs.h>
#include "sensor.h"

static void adc_sample(struct sensor *sensor)
{
	spin_lock(&sensor->lock);	// 1.3 wants sensor.lock
	sensor->value++;
	spin_unlock(&sensor->lock);
}
const struct sensor_ops adc_ops = { .sample = adc_sample };

static ssize_t adc_read(struct file *file, char __user *data, size_t size, loff_t *at)	// 2.1 enters adc_read
{
	struct sensor *sensor = file->private_data;

	spin_lock(&sensor->lock);	// 2.2 wants sensor.lock
					// BUG irq-inversion medium: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage:
					//    sensor.lock; a call on the way goes through a function pointer
	sensor->value = 0;
	spin_unlock(&sensor->lock);
	return 0;
}
const struct file_operations adc_fops = { .read = adc_read };
