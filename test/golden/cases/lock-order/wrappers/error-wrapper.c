// A wrapper returns 0 with the lock held and an error without it.
#include "kernel.h"
struct port {
	struct mutex lock;
	bool gone;
};
static DEFINE_MUTEX(ports);

static noinline int port_get(struct port *port)
{
	mutex_lock(&port->lock);	// 1.2 holds port.lock
	if (port->gone) {
		mutex_unlock(&port->lock);
		return -ENODEV;
	}
	return 0;
}

int port_write(struct port *port)
{
	int err = port_get(port);	// 1.1 calls port_get

	if (err)
		return err;
	mutex_lock(&ports);		// 1.3 wants ports
					// BUG lock-order: port.lock -> ports -> port.lock
	mutex_unlock(&ports);
	mutex_unlock(&port->lock);
	return 0;
}

void ports_stop(struct port *port)
{
	mutex_lock(&ports);		// 2.1 holds ports
	mutex_lock(&port->lock);	// 2.2 wants port.lock
	port->gone = true;
	mutex_unlock(&port->lock);
	mutex_unlock(&ports);
}
