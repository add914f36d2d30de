// The driver sends a packet to the device over a bus that a work drives, for it sleeps.
// CLEAN
#include "kernel.h"
#include <linux/netdevice.h>
#include "nic.h"

static netdev_tx_t nic_start_xmit(struct sk_buff *skb, struct net_device *dev)
{
	struct nic *nic = netdev_priv(dev);

	schedule_work(&nic->send);
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
	mutex_lock(&nic->bus);
	nic->sent++;
	mutex_unlock(&nic->bus);
}
