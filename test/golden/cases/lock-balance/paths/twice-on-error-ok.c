// An error path jumps to the label that unlocks.
// CLEAN
#include "kernel.h"
struct sensor {
	struct mutex lock;
	int value;
};

int sensor_sample(int *value);

int sensor_read(struct sensor *sensor)
{
	int err;

	mutex_lock(&sensor->lock);
	err = sensor_sample(&sensor->value);
	if (err)
		goto out;
	pr_debug("%d\n", sensor->value);
out:
	mutex_unlock(&sensor->lock);
	return err;
}
