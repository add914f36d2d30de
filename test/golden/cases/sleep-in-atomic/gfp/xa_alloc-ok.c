// An array that may sleep for memory gives its own lock back before; the port's is a mutex.
// CLEAN
#include "kernel.h"
#include <linux/mutex.h>
#include <linux/xarray.h>
#include "ports.h"

DEFINE_XARRAY_ALLOC(ports_by_id);
static DEFINE_MUTEX(ports_lock);

int port_register(struct port *port)
{
	int error;

	mutex_lock(&ports_lock);
	error = port_number(port);
	mutex_unlock(&ports_lock);
	return error;
}
//--- ports.h
struct port {
	u32 id;
};
extern struct xarray ports_by_id;
int port_number(struct port *port);
//--- number.c
#include "kernel.h"
#include <linux/xarray.h>
#include "ports.h"

int port_number(struct port *port)
{
	return xa_alloc(&ports_by_id, &port->id, port, xa_limit_16b, GFP_KERNEL);
}
