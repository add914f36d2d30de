// The timer is deleted under the spinlock that it takes, in another file.
#include "kernel.h"
#include <linux/timer.h>
#include "blinker.h"

static void blinker_tick(struct timer_list *timer)	// 2.2 holds blinker.timer
{
	struct blinker *blinker = container_of(timer, struct blinker, timer);

	spin_lock(&blinker->lock);	// 2.3 wants blinker.lock
	blinker->on = !blinker->on;
	spin_unlock(&blinker->lock);
}

void blinker_setup(struct blinker *blinker)
{
	timer_setup(&blinker->timer, blinker_tick, 0);	// 2.1 starts blinker_tick
}
//--- blinker.h
struct blinker {
	struct timer_list timer;
	spinlock_t lock;
	bool on;
};
//--- stop.c
#include "kernel.h"
#include <linux/timer.h>
#include "blinker.h"

void blinker_stop(struct blinker *blinker)
{
	spin_lock_bh(&blinker->lock);	// 1.1 holds blinker.lock
	blinker->on = false;
	del_timer_sync(&blinker->timer);	// 1.2 waits blinker.timer
					// BUG wait-under-lock: blinker.lock -> blinker.timer -> blinker.lock
	spin_unlock_bh(&blinker->lock);
}
