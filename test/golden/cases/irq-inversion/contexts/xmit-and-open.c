// The driver's ndo_start_xmit() runs in a soft interrupt, ndo_open() takes its lock with bottom halves on.
#include "kernel.h"
#include <linux/netdevice.h>
#include "nic.h"

static int nic_open(struct net_device *dev)	// 2.1 enters nic_open
{
	struct nic *nic = netdev_priv(dev);

	spin_lock(&nic->lock);		// 2.2 wants nic.lock
					// BUG irq-inversion: {IN-SOFTIRQ-W} -> {SOFTIRQ-ON-W} usage: nic.lock
	nic->queued = 0;
	spin_unlock(&nic->lock);
	return 0;
}

const struct net_device_ops nic_netdev_ops = {
	.ndo_open = nic_open,
	.ndo_start_xmit = nic_start_xmit,
};
//--- nic.h
struct nic {
	spinlock_t lock;
	int queued;
};
netdev_tx_t nic_start_xmit(struct sk_buff *skb, struct net_device *dev);
//--- xmit.c
#include "kernel.h"
#include <linux/netdevice.h>
#include "nic.h"

netdev_tx_t nic_start_xmit(struct sk_buff *skb, struct net_device *dev)	// 1.1 enters nic_start_xmit
{
	struct nic *nic = netdev_priv(dev);

	spin_lock(&nic->lock);		// 1.2 wants nic.lock
	nic->queued++;
	spin_unlock(&nic->lock);
	return NETDEV_TX_OK;
}
