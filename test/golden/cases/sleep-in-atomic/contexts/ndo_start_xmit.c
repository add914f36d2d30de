// The driver sends a packet to the device over a bus that sleeps.
#include "kernel.h"
#include <linux/netdevice.h>
#include "nic.h"

static netdev_tx_t nic_start_xmit(struct sk_buff *skb, struct net_device *dev)	// 1.1 enters nic_start_xmit
{
	struct nic *nic = netdev_priv(dev);

	nic_bus_write(nic);		// 1.2 calls nic_bus_write
					// BUG sleep-in-atomic: mutex_lock() in softirq context
	return NETDEV_TX_OK;
}

const struct net_device_ops nic_netdev_ops = { .ndo_start_xmit = nic_start_xmit };
//--- nic.h
struct nic {
	struct mutex bus;
	struct work_struct send;
	int sent;
};
void nic_bus_write(struct nic *nic);
//--- bus.c
#include "kernel.h"
#include <linux/netdevice.h>
#include "nic.h"

void nic_bus_write(struct nic *nic)
{
	mutex_lock(&nic->bus);		// 1.3 sleeps mutex_lock()
	nic->sent++;
	mutex_unlock(&nic->bus);
}
