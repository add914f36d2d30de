// The watchdog's timer takes a mutex, in another file.
#include "kernel.h"
#include <linux/timer.h>
#include "watchdog.h"

static void watchdog_check(struct timer_list *timer)
{
	watchdog_bark(container_of(timer, struct watchdog, timer));	// 1.2 calls watchdog_bark
					// BUG sleep-in-atomic: mutex_lock() in softirq context
}

void watchdog_start(struct watchdog *dog)
{
	timer_setup(&dog->timer, watchdog_check, 0);	// 1.1 starts watchdog_check
	mod_timer(&dog->timer, jiffies + HZ);
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
	mutex_lock(&dog->lock);		// 1.3 sleeps mutex_lock()
	dog->barks++;
	mutex_unlock(&dog->lock);
}
