// The lock of a hard interrupt handler is taken with interrupts off.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "port.h"
static struct port the_port;

static int port_open(struct inode *inode, struct file *file)
{
	spin_lock_irq(&the_port.lock);
	the_port.users++;
	spin_unlock_irq(&the_port.lock);
	return port_listen(&the_port);
}
const struct file_operations port_fops = { .open = port_open };
//--- port.h
struct port {
	spinlock_t lock;
	int users;
	int irq;
};
int port_listen(struct port *port);
//--- listen.c
#include "kernel.h"
#include "port.h"

static irqreturn_t port_interrupt(int irq, void *data)
{
	struct port *port = data;

	spin_lock(&port->lock);
	port->users++;
	spin_unlock(&port->lock);
	return IRQ_HANDLED;
}

int port_listen(struct port *port)
{
	return request_irq(port->irq, port_interrupt, 0, "port", port);
}
