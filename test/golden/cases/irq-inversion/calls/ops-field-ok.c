// The handler calls the only function of an operation's field, which takes the lock that the read takes with interrupts off.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "sensor.h"

static irqreturn_t sensor_interrupt(int irq, void *data)
{
	struct sensor *sensor = data;

	sensor->ops->sample(sensor);
	return IRQ_HANDLED;
}

int sensor_start(struct sensor *sensor)
{
	return request_irq(sensor->irq, sensor_interrupt, 0, "sensor", sensor);
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
	spin_lock(&sensor->lock);
	sensor->value++;
	spin_unlock(&sensor->lock);
}
const struct sensor_ops adc_ops = { .sample = adc_sample };

static ssize_t adc_read(struct file *file, char __user *data, size_t size, loff_t *at)
{
	struct sensor *sensor = file->private_data;

	spin_lock_irq(&sensor->lock);
	sensor->value = 0;
	spin_unlock_irq(&sensor->lock);
	return 0;
}
const struct file_operations adc_fops = { .read = adc_read };
