// The watchdog's work takes a mutex, in another file.
// CLEAN
#include "kernel.h"
#include <linux/timer.h>
#include "watchdog.h"

static void watchdog_check(struct work_struct *work)
{
	watchdog_bark(container_of(work, struct watchdog, work));
}

void watchdog_start(struct watchdog *dog)
{
	INIT_WORK(&dog->work, watchdog_check);
	schedule_work(&dog->work);
}
//--- watchdog.h
struct watchdog {
	struct timer_list timer;
	struct work_struct work;
	struct mutex lock;
	int barks;
};
void watchdog_bark(struct watchdog *dog);
//--- bark.c
#include "kernel.h"
#include <linux/timer.h>
#include "watchdog.h"

void watchdog_bark(struct watchdog *dog)
{
	mutex_lock(&dog->lock);
	dog->barks++;
	mutex_unlock(&dog->lock);
}
