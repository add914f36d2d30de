// An error path unlocks, and then jumps to the label that does it again.
#include "kernel.h" // MISS lock-balance: x
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
	if (err) {
		mutex_unlock(&sensor->lock);
		goto out;
	}
	pr_debug("%d\n", sensor->value);
out:
	mutex_unlock(&sensor->lock);
	return err;
}
