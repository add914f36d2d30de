// The driver calls its handler from the network console, interrupts off, and from an ioctl, with them on.
#include "kernel.h"
#include <linux/interrupt.h>
#include <linux/netdevice.h>
#include "nic.h"

static void nic_poll_controller(struct net_device *dev)
{
	nic_interrupt(dev->irq, dev);
}

static int nic_ioctl(struct net_device *dev, struct ifreq *request, int command)	// 2.1 enters nic_ioctl
{
	nic_interrupt(dev->irq, dev);	// 2.2 calls nic_interrupt
	return 0;
}

const struct net_device_ops nic_netdev_ops = {
	.ndo_poll_controller = nic_poll_controller,
	.ndo_do_ioctl = nic_ioctl,
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
	spin_lock(&nic_lock);		// 1.2 wants nic_lock; 2.3 wants nic_lock
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: nic_lock
	events++;
	spin_unlock(&nic_lock);
	return IRQ_HANDLED;
}

int nic_start(struct net_device *dev)
{
	return request_irq(dev->irq, nic_interrupt, 0, "nic", dev);	// 1.1 starts nic_interrupt
}
