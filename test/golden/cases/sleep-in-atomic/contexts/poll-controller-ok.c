// The network console polls with interrupts off; disable_hardirq() does not wait for threads.
// CLEAN
#include "kernel.h"
#include <linux/interrupt.h>
#include <linux/netdevice.h>
#include "nic.h"

static void nic_poll_controller(struct net_device *dev)
{
	nic_poll(dev);
}

const struct net_device_ops nic_netdev_ops = { .ndo_poll_controller = nic_poll_controller };
//--- nic.h
void nic_poll(struct net_device *dev);
void nic_serve(struct net_device *dev);
//--- poll.c
#include "kernel.h"
#include <linux/interrupt.h>
#include <linux/netdevice.h>
#include "nic.h"

void nic_poll(struct net_device *dev)
{
	if (disable_hardirq(dev->irq))
		nic_serve(dev);
	enable_irq(dev->irq);
}
