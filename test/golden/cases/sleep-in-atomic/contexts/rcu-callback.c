// The callback of call_rcu() takes a mutex.
#include "kernel.h"
#include "route.h"

static void route_free(struct rcu_head *head)
{
	struct route *route = container_of(head, struct route, rcu);

	routes_forget(route);		// 1.2 calls routes_forget
					// BUG sleep-in-atomic: mutex_lock() in softirq context
}

void route_delete(struct route *route)
{
	call_rcu(&route->rcu, route_free);	// 1.1 starts route_free
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
	mutex_lock(&routes);		// 1.3 sleeps mutex_lock()
	kfree(route);
	mutex_unlock(&routes);
}
