// With its lock held a driver calls back through its ops, and the only callback takes the lock.
#include "kernel.h"
struct wheel {
	struct mutex lock;
	const struct wheel_ops *ops;
	int turns;
};
struct wheel_ops {
	void (*turned)(struct wheel *wheel);
};

static void wheel_count(struct wheel *wheel)
{
	mutex_lock(&wheel->lock);	// 1.3 wants wheel.lock
	wheel->turns++;
	mutex_unlock(&wheel->lock);
}

const struct wheel_ops counting_ops = {
	.turned = wheel_count,
};

void wheel_turn(struct wheel *wheel)
{
	mutex_lock(&wheel->lock);	// 1.1 holds wheel.lock
	wheel->turns++;
	wheel->ops->turned(wheel);	// 1.2 calls wheel_count
					// BUG double-lock medium: wheel.lock; a call on the way
					//    goes through a function pointer
	mutex_unlock(&wheel->lock);
}
