// The timer reads under the rwlock that another lock guards while it is deleted.
// CLEAN
#include "kernel.h"
#include <linux/timer.h>
#include "route.h"

static void route_age(struct timer_list *timer)
{
	struct route *route = container_of(timer, struct route, timer);

	read_lock(&route->age_lock);
	route->age++;
	read_unlock(&route->age_lock);
}

void route_setup(struct route *route)
{
	timer_setup(&route->timer, route_age, 0);
}
//--- route.h
struct route {
	struct timer_list timer;
	rwlock_t lock, age_lock;
	int age;
};
//--- delete.c
#include "kernel.h"
#include <linux/timer.h>
#include "route.h"

void route_delete(struct route *route)
{
	write_lock_bh(&route->lock);
	del_timer_sync(&route->timer);
	write_unlock_bh(&route->lock);
}
