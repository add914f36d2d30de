// A work takes the lock of a timer with bottom halves on.
#include "kernel.h"
#include <linux/timer.h>
#include "fan.h"

static void fan_update(struct work_struct *work)
{
	struct fan *fan = container_of(work, struct fan, work);

	spin_lock(&fan->lock);		// 2.2 wants fan.lock
					// BUG irq-inversion: {IN-SOFTIRQ-W} -> {SOFTIRQ-ON-W} usage: fan.lock
	fan->speed = 0;
	spin_unlock(&fan->lock);
}

void fan_start(struct fan *fan)
{
	INIT_WORK(&fan->work, fan_update);	// 2.1 starts fan_update
	fan_watch(fan);
}
//--- fan.h
struct fan {
	struct timer_list timer;
	struct work_struct work;
	spinlock_t lock;
	int speed;
};
void fan_watch(struct fan *fan);
//--- watch.c
#include "kernel.h"
#include <linux/timer.h>
#include "fan.h"

static void fan_tick(struct timer_list *timer)
{
	struct fan *fan = container_of(timer, struct fan, timer);

	spin_lock(&fan->lock);		// 1.2 wants fan.lock
	fan->speed++;
	spin_unlock(&fan->lock);
}

void fan_watch(struct fan *fan)
{
	timer_setup(&fan->timer, fan_tick, 0);	// 1.1 starts fan_tick
}
