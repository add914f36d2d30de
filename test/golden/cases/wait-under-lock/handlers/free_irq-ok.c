// The interrupt is freed after the mutex that its thread takes.
// CLEAN
#include "kernel.h"
#include "sensor.h"

static irqreturn_t sensor_thread(int irq, void *data)
{
	struct sensor *sensor = data;

	mutex_lock(&sensor->lock);
	sensor->events++;
	mutex_unlock(&sensor->lock);
	return IRQ_HANDLED;
}

int sensor_start(struct sensor *sensor)
{
	return request_threaded_irq(sensor->irq, NULL, sensor_thread, IRQF_ONESHOT, "sensor", sensor);
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
	mutex_lock(&sensor->lock);
	sensor->events = 0;
	mutex_unlock(&sensor->lock);
	free_irq(sensor->irq, sensor);
}
