// The callee gets the lock's owner as a parameter and takes the lock that is held.
#include "kernel.h" // MISS double-lock: x
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
	spin_lock(&hub->lock);
	hub->events++;
	spin_unlock(&hub->lock);
}

void port_connect(struct port *port)
{
	spin_lock(&port->hub->lock);
	port->connected = true;
	hub_event(port->hub);
	spin_unlock(&port->hub->lock);
}
