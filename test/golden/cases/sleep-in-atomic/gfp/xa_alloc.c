// An array that may sleep for memory gives its own lock back before, and nobody else's.
#include "kernel.h"
#include <linux/xarray.h>
#include "ports.h"

DEFINE_XARRAY_ALLOC(ports_by_id);
static DEFINE_SPINLOCK(ports_lock);

int port_register(struct port *port)
{
	int error;

	spin_lock(&ports_lock);		// 1.1 holds ports_lock@xa_alloc.c
	error = port_number(port);	// 1.2 calls port_number
					// BUG sleep-in-atomic: might_alloc() in ports_lock@xa_alloc.c
	spin_unlock(&ports_lock);
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
	return xa_alloc(&ports_by_id, &port->id, port, xa_limit_16b, GFP_KERNEL);	// 1.3 calls xa_alloc
					// 1.4 sleeps might_alloc() in xarray.h
}
