// The field is set by an assignment when the device is opened.
#include "kernel.h"
struct sensor {
	int (*read)(struct sensor *sensor);
	spinlock_t lock;
};
static DEFINE_SPINLOCK(bus);

static int sensor_read_bus(struct sensor *sensor)
{
	spin_lock(&bus);			// 2.3 wants bus
	spin_unlock(&bus);
	return 0;
}

void sensor_open(struct sensor *sensor)
{
	sensor->read = sensor_read_bus;
}

int sensor_sample(struct sensor *sensor)
{
	int value;

	spin_lock(&sensor->lock);		// 2.1 holds sensor.lock
	value = sensor->read(sensor);		// 2.2 calls sensor_read_bus
	spin_unlock(&sensor->lock);
	return value;
}

void bus_reset(struct sensor *sensor)
{
	spin_lock(&bus);			// 1.1 holds bus
	spin_lock(&sensor->lock);		// 1.2 wants sensor.lock
						// BUG lock-order medium: bus -> sensor.lock -> bus; through a function pointer
	spin_unlock(&sensor->lock);
	spin_unlock(&bus);
}
