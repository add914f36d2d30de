// An error path unlocks, and then jumps to the label that does it again.
#include "kernel.h"
struct sensor {
	struct mutex lock;
	int value;
};

int sensor_sample(int *value);

int sensor_read(struct sensor *sensor)
{
	int err;

	mutex_lock(&sensor->lock);		// 1.1 holds sensor.lock
	err = sensor_sample(&sensor->value);
	if (err) {
		mutex_unlock(&sensor->lock);	// 1.2 releases sensor.lock
		goto out;
	}
	pr_debug("%d\n", sensor->value);
out:
	mutex_unlock(&sensor->lock);		// 1.3 releases sensor.lock
						// BUG lock-balance: sensor.lock
	return err;
}
