// The callee gets the owner as a parameter and takes another lock of it.
// CLEAN
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
	spin_lock(&hub->event_lock);
	hub->events++;
	spin_unlock(&hub->event_lock);
}

void port_connect(struct port *port)
{
	spin_lock(&port->hub->lock);
	port->connected = true;
	hub_event(port->hub);
	spin_unlock(&port->hub->lock);
}
