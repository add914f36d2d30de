// The driver calls its interrupt handler from the network console only, where interrupts are off.
// CLEAN
#include "kernel.h"
#include <linux/interrupt.h>
#include <linux/netdevice.h>
#include "nic.h"

static void nic_poll_controller(struct net_device *dev)
{
	nic_interrupt(dev->irq, dev);
}

const struct net_device_ops nic_netdev_ops = {
	.ndo_poll_controller = nic_poll_controller,
};
//--- nic.h
irqreturn_t nic_interrupt(int irq, void *data);
//--- interrupt.c
#include "kernel.h"
#include <linux/interrupt.h>
#include <linux/netdevice.h>
#include "nic.h"

static DEFINE_SPINLOCK(nic_lock);
static int events;

irqreturn_t nic_interrupt(int irq, void *data)
{
	spin_lock(&nic_lock);
	events++;
	spin_unlock(&nic_lock);
	return IRQ_HANDLED;
}

int nic_start(struct net_device *dev)
{
	return request_irq(dev->irq, nic_interrupt, 0, "nic", dev);
}
