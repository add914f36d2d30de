// The callee gets the lock's owner as a parameter and takes the lock that is held.
#include "kernel.h"
struct port;
struct hub {
	spinlock_t lock;
	spinlock_t event_lock;
	int events;
};
struct port {
	struct hub *hub;
	bool connected;
};

static noinline void hub_event(struct hub *hub)
{
	spin_lock(&hub->lock);		// 1.3 wants hub.lock
	hub->events++;
	spin_unlock(&hub->lock);
}

void port_connect(struct port *port)
{
	spin_lock(&port->hub->lock);	// 1.1 holds hub.lock
	port->connected = true;
	hub_event(port->hub);		// 1.2 calls hub_event
					// BUG double-lock: hub.lock
	spin_unlock(&port->hub->lock);
}
