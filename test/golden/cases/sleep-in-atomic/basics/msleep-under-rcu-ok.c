// A reader of RCU waits for the hardware with mdelay(), in another file.
// CLEAN
#include "kernel.h"
struct port {
	int speed;
};
struct port __rcu *active;
void port_settle(struct port *port);

void port_restart(void)
{
	struct port *port;

	rcu_read_lock();
	port = rcu_dereference(active);
	if (port)
		port_settle(port);
	rcu_read_unlock();
}
//--- phy.c
#include "kernel.h"
#include <linux/delay.h>
struct port {
	int speed;
};

void port_settle(struct port *port)
{
	port->speed = 0;
	mdelay(20);
}
