// The timer reads under the rwlock that is held for writing while it is deleted.
#include "kernel.h"
#include <linux/timer.h>
#include "route.h"

static void route_age(struct timer_list *timer)	// 2.2 holds route.timer
{
	struct route *route = container_of(timer, struct route, timer);

	read_lock(&route->lock);	// 2.3 wants route.lock
	route->age++;
	read_unlock(&route->lock);
}

void route_setup(struct route *route)
{
	timer_setup(&route->timer, route_age, 0);	// 2.1 starts route_age
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
	write_lock_bh(&route->lock);	// 1.1 holds route.lock
	del_timer_sync(&route->timer);	// 1.2 waits route.timer
					// BUG wait-under-lock: route.lock -> route.timer -> route.lock
	write_unlock_bh(&route->lock);
}
