// The kernel opens a network device under rtnl_mutex; a helper of the driver takes it.
#include "kernel.h"
#include <linux/netdevice.h>
#include <linux/rtnetlink.h>
#include "nic.h"

static int nic_open(struct net_device *dev)	// 1.1 enters nic_open; 1.2 holds rtnl_mutex
{
	nic_rename(dev);		// 1.3 calls nic_rename
					// BUG double-lock: rtnl_mutex
	return 0;
}

const struct net_device_ops nic_netdev_ops = { .ndo_open = nic_open };
//--- nic.h
void nic_rename(struct net_device *dev);
//--- rename.c
#include "kernel.h"
#include <linux/netdevice.h>
#include <linux/rtnetlink.h>
#include "nic.h"

void nic_rename(struct net_device *dev)
{
	rtnl_lock();			// 1.4 wants rtnl_mutex
	dev->mtu = 1500;
	rtnl_unlock();
}
