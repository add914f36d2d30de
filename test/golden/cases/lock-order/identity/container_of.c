// A work item finds its driver's lock by container_of.
#include "kernel.h"
struct driver {
	struct mutex lock;
	struct work_struct work;
	int events;
};
static DEFINE_MUTEX(drivers);

static void driver_work(struct work_struct *work)
{
	struct driver *driver = container_of(work, struct driver, work);

	mutex_lock(&driver->lock);		// 1.2 holds driver.lock
	mutex_lock(&drivers);			// 1.3 wants drivers
						// BUG lock-order: driver.lock -> drivers -> driver.lock
	driver->events = 0;
	mutex_unlock(&drivers);
	mutex_unlock(&driver->lock);
}

void driver_add(struct driver *driver)
{
	INIT_WORK(&driver->work, driver_work);	// 1.1 starts driver_work
	mutex_lock(&drivers);			// 2.1 holds drivers
	mutex_lock(&driver->lock);		// 2.2 wants driver.lock
	schedule_work(&driver->work);
	mutex_unlock(&driver->lock);
	mutex_unlock(&drivers);
}
