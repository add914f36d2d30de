// The scope of the driver's own guard ends before the list is locked.
// CLEAN
#include "kernel.h"
struct port {
	struct mutex lock;
	int users;
};
static DEFINE_MUTEX(ports);
DEFINE_GUARD(port, struct port *, mutex_lock(&_T->lock), mutex_unlock(&_T->lock))

void port_write(struct port *port)
{
	scoped_guard(port, port)
		port->users++;
	mutex_lock(&ports);
	mutex_unlock(&ports);
}

void ports_stop(struct port *port)
{
	mutex_lock(&ports);
	scoped_guard(port, port)
		port->users = 0;
	mutex_unlock(&ports);
}
