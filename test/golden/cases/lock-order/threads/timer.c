// A timer takes the device's lock first, everybody else the bus's.
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

	spin_lock(&poller->lock);		// 2.2 holds poller.lock
	spin_lock(&bus_lock);			// 2.3 wants bus_lock
	spin_unlock(&bus_lock);
	spin_unlock(&poller->lock);
}

void poller_start(struct poller *poller)
{
	timer_setup(&poller->timer, poll, 0);	// 2.1 starts poll
	spin_lock_bh(&bus_lock);		// 1.1 holds bus_lock
	spin_lock(&poller->lock);		// 1.2 wants poller.lock
						// BUG lock-order: bus_lock -> poller.lock -> bus_lock
	mod_timer(&poller->timer, jiffies + HZ);
	spin_unlock(&poller->lock);
	spin_unlock_bh(&bus_lock);
}
