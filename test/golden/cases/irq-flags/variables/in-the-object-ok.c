// The flags are saved in the object, and inside the region in a variable.
// CLEAN
#include "kernel.h"
struct bridge {
	spinlock_t lock, route_lock;
	unsigned long flags;
	int routes;
};

void bridge_route(struct bridge *bridge)
{
	unsigned long flags;

	spin_lock_irqsave(&bridge->lock, bridge->flags);
	spin_lock_irqsave(&bridge->route_lock, flags);
	bridge->routes++;
	spin_unlock_irqrestore(&bridge->route_lock, flags);
	spin_unlock_irqrestore(&bridge->lock, bridge->flags);
}
