// The interrupt is freed under the mutex that its thread takes.
#include "kernel.h"
#include "sensor.h"

static irqreturn_t sensor_thread(int irq, void *data)	// 2.2 holds sensor.irq_handler
{
	struct sensor *sensor = data;

	mutex_lock(&sensor->lock);	// 2.3 wants sensor.lock
	sensor->events++;
	mutex_unlock(&sensor->lock);
	return IRQ_HANDLED;
}

int sensor_start(struct sensor *sensor)
{
	return request_threaded_irq(sensor->irq, NULL, sensor_thread, IRQF_ONESHOT, "sensor", sensor);	// 2.1 starts sensor_thread
}
//--- sensor.h
struct sensor {
	struct mutex lock;
	int events;
	int irq;
};
//--- stop.c
#include "kernel.h"
#include "sensor.h"

void sensor_stop(struct sensor *sensor)
{
	mutex_lock(&sensor->lock);	// 1.1 holds sensor.lock
	sensor->events = 0;
	free_irq(sensor->irq, sensor);	// 1.2 waits sensor.irq_handler
					// BUG wait-under-lock: sensor.lock -> sensor.irq_handler -> sensor.lock
	mutex_unlock(&sensor->lock);
}
