// guard() of a lock inside an object that came as a parameter.
// CONFIGS: all
#include "kernel.h"
struct port {
	int users;
	spinlock_t lock;
};
static DEFINE_SPINLOCK(ports);

void port_write(struct port *port)
{
	guard(spinlock)(&port->lock);		// 1.1 calls class_spinlock_constructor
						// 1.2 holds port.lock in spinlock.h
	spin_lock(&ports);			// 1.3 wants ports
						// BUG lock-order: port.lock -> ports -> port.lock
	port->users++;
	spin_unlock(&ports);
}

void ports_stop(struct port *port)
{
	spin_lock(&ports);			// 2.1 holds ports
	spin_lock(&port->lock);			// 2.2 wants port.lock
	port->users = 0;
	spin_unlock(&port->lock);
	spin_unlock(&ports);
}
