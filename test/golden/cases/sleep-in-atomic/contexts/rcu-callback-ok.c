// The callback of call_rcu() leaves the mutex to a work.
// CLEAN
#include "kernel.h"
#include "route.h"

static void route_free(struct rcu_head *head)
{
	struct route *route = container_of(head, struct route, rcu);

	schedule_work(&route->work);
}

void route_delete(struct route *route)
{
	call_rcu(&route->rcu, route_free);
}
//--- route.h
struct route {
	struct rcu_head rcu;
	struct work_struct work;
};
void routes_forget(struct route *route);
//--- routes.c
#include "kernel.h"
#include "route.h"
static DEFINE_MUTEX(routes);

void routes_forget(struct route *route)
{
	mutex_lock(&routes);
	kfree(route);
	mutex_unlock(&routes);
}
