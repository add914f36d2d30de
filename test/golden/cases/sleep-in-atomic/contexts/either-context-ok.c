// A helper of a work and a timer sleeps if its caller says that it is the work.
// CLEAN
#include "kernel.h"
#include <linux/timer.h>
#include "heater.h"

static void heater_tick(struct timer_list *timer)
{
	heater_read(container_of(timer, struct heater, timer), false);
}

static void heater_work(struct work_struct *work)
{
	heater_read(container_of(work, struct heater, work), true);
}

void heater_start(struct heater *heater)
{
	timer_setup(&heater->timer, heater_tick, 0);
	INIT_WORK(&heater->work, heater_work);
}
//--- heater.h
struct heater {
	struct timer_list timer;
	struct work_struct work;
	struct mutex lock;
	int degrees;
};
void heater_read(struct heater *heater, bool may_sleep);
//--- read.c
#include "kernel.h"
#include <linux/timer.h>
#include "heater.h"

void heater_read(struct heater *heater, bool may_sleep)
{
	if (may_sleep)
		mutex_lock(&heater->lock);
	else if (!mutex_trylock(&heater->lock))
		return;
	heater->degrees++;
	mutex_unlock(&heater->lock);
}
