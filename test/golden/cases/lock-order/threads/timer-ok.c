// The timer takes the bus's lock first, as everybody else.
// CLEAN
#include "kernel.h"
#include <linux/timer.h>
struct poller {
	struct timer_list timer;
	spinlock_t lock;
};
static DEFINE_SPINLOCK(bus_lock);

static void poll(struct timer_list *timer)
{
	struct poller *poller = container_of(timer, struct poller, timer);

	spin_lock(&bus_lock);
	spin_lock(&poller->lock);
	spin_unlock(&poller->lock);
	spin_unlock(&bus_lock);
}

void poller_start(struct poller *poller)
{
	timer_setup(&poller->timer, poll, 0);
	spin_lock_bh(&bus_lock);
	spin_lock(&poller->lock);
	mod_timer(&poller->timer, jiffies + HZ);
	spin_unlock(&poller->lock);
	spin_unlock_bh(&bus_lock);
}
