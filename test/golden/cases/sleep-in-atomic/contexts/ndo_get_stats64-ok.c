// The statistics of a network device, which are read under RCU, are guarded by a spinlock.
// CLEAN
#include "kernel.h"
#include <linux/netdevice.h>
#include "nic.h"

static void nic_get_stats64(struct net_device *dev, struct rtnl_link_stats64 *stats)
{
	nic_read_counters(netdev_priv(dev), stats);
}

const struct net_device_ops nic_netdev_ops = { .ndo_get_stats64 = nic_get_stats64 };
//--- nic.h
struct nic {
	spinlock_t stats_lock;
	u64 packets;
};
void nic_read_counters(struct nic *nic, struct rtnl_link_stats64 *stats);
//--- counters.c
#include "kernel.h"
#include <linux/netdevice.h>
#include "nic.h"

void nic_read_counters(struct nic *nic, struct rtnl_link_stats64 *stats)
{
	spin_lock(&nic->stats_lock);
	stats->rx_packets = nic->packets;
	spin_unlock(&nic->stats_lock);
}
