// The flags are saved in the object, and inside the region once more.
#include "kernel.h"
struct bridge {
	spinlock_t lock, route_lock;
	unsigned long flags;
	int routes;
};

void bridge_route(struct bridge *bridge)
{
	spin_lock_irqsave(&bridge->lock, bridge->flags);	// 1.1 holds hardirqs-off
	spin_lock_irqsave(&bridge->route_lock, bridge->flags);	// 1.2 holds hardirqs-off
								// BUG irq-flags: hardirqs-off
	bridge->routes++;
	spin_unlock_irqrestore(&bridge->route_lock, bridge->flags);
	spin_unlock_irqrestore(&bridge->lock, bridge->flags);
}
