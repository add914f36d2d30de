// The sensor is read before its lock is taken.
// CLEAN
#include "kernel.h"
struct sensor {
	int (*read)(struct sensor *sensor);
	spinlock_t lock;
};
static DEFINE_SPINLOCK(bus);

static int sensor_read_bus(struct sensor *sensor)
{
	spin_lock(&bus);
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

	value = sensor->read(sensor);
	spin_lock(&sensor->lock);
	spin_unlock(&sensor->lock);
	return value;
}

void bus_reset(struct sensor *sensor)
{
	spin_lock(&bus);
	spin_lock(&sensor->lock);
	spin_unlock(&sensor->lock);
	spin_unlock(&bus);
}
