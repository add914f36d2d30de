// The timer is deleted after the spinlock that it takes, in another file.
// CLEAN
#include "kernel.h"
#include <linux/timer.h>
#include "blinker.h"

static void blinker_tick(struct timer_list *timer)
{
	struct blinker *blinker = container_of(timer, struct blinker, timer);

	spin_lock(&blinker->lock);
	blinker->on = !blinker->on;
	spin_unlock(&blinker->lock);
}

void blinker_setup(struct blinker *blinker)
{
	timer_setup(&blinker->timer, blinker_tick, 0);
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
	spin_lock_bh(&blinker->lock);
	blinker->on = false;
	spin_unlock_bh(&blinker->lock);
	del_timer_sync(&blinker->timer);
}
