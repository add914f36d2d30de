// Only where the wrapper failed, and so nothing is held, the other lock is taken.
// CLEAN
#include "kernel.h"
struct port {
	struct mutex lock;
	bool gone;
};
static DEFINE_MUTEX(ports);

static noinline int port_get(struct port *port)
{
	mutex_lock(&port->lock);
	if (port->gone) {
		mutex_unlock(&port->lock);
		return -ENODEV;
	}
	return 0;
}

int port_write(struct port *port)
{
	int err = port_get(port);

	if (!err) {
		mutex_unlock(&port->lock);
		return 0;
	}
	mutex_lock(&ports);
	mutex_unlock(&ports);
	return err;
}

void ports_stop(struct port *port)
{
	mutex_lock(&ports);
	mutex_lock(&port->lock);
	port->gone = true;
	mutex_unlock(&port->lock);
	mutex_unlock(&ports);
}
