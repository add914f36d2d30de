// A reader of RCU waits for the hardware with msleep(), in another file.
#include "kernel.h"
struct port {
	int speed;
};
struct port __rcu *active;
void port_settle(struct port *port);

void port_restart(void)
{
	struct port *port;

	rcu_read_lock();		// 1.1 holds rcu_read_lock
	port = rcu_dereference(active);
	if (port)
		port_settle(port);	// 1.2 calls port_settle
					// BUG sleep-in-atomic: msleep() in rcu_read_lock
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
	msleep(20);			// 1.3 sleeps msleep()
}
