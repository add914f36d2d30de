// The delayed work is cancelled under the lock that it takes, without waiting for it.
// CLEAN
#include "kernel.h"
#include "battery.h"

static void battery_poll(struct work_struct *work)
{
	struct battery *battery = container_of(to_delayed_work(work), struct battery, poll);

	mutex_lock(&battery->lock);
	battery->charge++;
	mutex_unlock(&battery->lock);
}

void battery_setup(struct battery *battery)
{
	INIT_DELAYED_WORK(&battery->poll, battery_poll);
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
	mutex_lock(&battery->lock);
	cancel_delayed_work(&battery->poll);
	mutex_unlock(&battery->lock);
}
