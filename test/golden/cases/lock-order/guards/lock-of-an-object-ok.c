// The scope of the guard ends before the list is locked.
// CLEAN
// CONFIGS: all
#include "kernel.h"
struct port {
	int users;
	spinlock_t lock;
};
static DEFINE_SPINLOCK(ports);

void port_write(struct port *port)
{
	scoped_guard(spinlock, &port->lock)
		port->users++;
	spin_lock(&ports);
	spin_unlock(&ports);
}

void ports_stop(struct port *port)
{
	spin_lock(&ports);
	spin_lock(&port->lock);
	port->users = 0;
	spin_unlock(&port->lock);
	spin_unlock(&ports);
}
