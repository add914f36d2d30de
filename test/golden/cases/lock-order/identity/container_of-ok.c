// The work item is done with its driver before it locks the list of drivers.
// CLEAN
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

	mutex_lock(&driver->lock);
	driver->events = 0;
	mutex_unlock(&driver->lock);
	mutex_lock(&drivers);
	mutex_unlock(&drivers);
}

void driver_add(struct driver *driver)
{
	INIT_WORK(&driver->work, driver_work);
	mutex_lock(&drivers);
	mutex_lock(&driver->lock);
	schedule_work(&driver->work);
	mutex_unlock(&driver->lock);
	mutex_unlock(&drivers);
}
