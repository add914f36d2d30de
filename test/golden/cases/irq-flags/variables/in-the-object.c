// The flags are saved in the object, and inside the region once more.
#include "kernel.h" // MISS irq-flags: x
struct bridge {
	spinlock_t lock, route_lock;
	unsigned long flags;
	int routes;
};

void bridge_route(struct bridge *bridge)
{
	spin_lock_irqsave(&bridge->lock, bridge->flags);
	spin_lock_irqsave(&bridge->route_lock, bridge->flags);
	bridge->routes++;
	spin_unlock_irqrestore(&bridge->route_lock, bridge->flags);
	spin_unlock_irqrestore(&bridge->lock, bridge->flags);
}
