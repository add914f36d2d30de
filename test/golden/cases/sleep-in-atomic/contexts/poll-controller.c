// The network console polls with interrupts off; disable_irq() waits also for handlers that are threads.
#include "kernel.h"
#include <linux/interrupt.h>
#include <linux/netdevice.h>
#include "nic.h"

static void nic_poll_controller(struct net_device *dev)	// 1.1 enters nic_poll_controller
{
	nic_poll(dev);			// 1.2 calls nic_poll
					// BUG sleep-in-atomic: disable_irq() in hardirqs-off
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
	disable_irq(dev->irq);		// 1.3 sleeps disable_irq()
	nic_serve(dev);
	enable_irq(dev->irq);
}
