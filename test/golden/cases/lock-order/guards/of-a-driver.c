// A driver defines a guard for the lock of its ports.
#include "kernel.h"
struct port {
	struct mutex lock;
	int users;
};
static DEFINE_MUTEX(ports);
DEFINE_GUARD(port, struct port *, mutex_lock(&_T->lock), mutex_unlock(&_T->lock))
						// 1.2 holds port.lock; 2.3 wants port.lock

void port_write(struct port *port)
{
	guard(port)(port);			// 1.1 calls class_port_constructor
	mutex_lock(&ports);			// 1.3 wants ports
						// BUG lock-order: port.lock -> ports -> port.lock
	port->users++;
	mutex_unlock(&ports);
}

void ports_stop(struct port *port)
{
	mutex_lock(&ports);			// 2.1 holds ports
	scoped_guard(port, port)		// 2.2 calls class_port_constructor
		port->users = 0;
	mutex_unlock(&ports);
}
