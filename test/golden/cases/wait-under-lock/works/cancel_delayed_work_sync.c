// The delayed work is cancelled under the lock that it takes.
#include "kernel.h"
#include "battery.h"

static void battery_poll(struct work_struct *work)	// 2.2 holds battery.poll.work
{
	struct battery *battery = container_of(to_delayed_work(work), struct battery, poll);

	mutex_lock(&battery->lock);	// 2.3 wants battery.lock
	battery->charge++;
	mutex_unlock(&battery->lock);
}

void battery_setup(struct battery *battery)
{
	INIT_DELAYED_WORK(&battery->poll, battery_poll);	// 2.1 starts battery_poll
}
//--- battery.h
struct battery {
	struct delayed_work poll;
	struct mutex lock;
	int charge;
};
//--- suspend.c
#include "kernel.h"
#include "battery.h"

void battery_suspend(struct battery *battery)
{
	mutex_lock(&battery->lock);	// 1.1 holds battery.lock
	cancel_delayed_work_sync(&battery->poll);	// 1.2 waits battery.poll.work
					// BUG wait-under-lock: battery.lock -> battery.poll.work -> battery.lock
	mutex_unlock(&battery->lock);
}
