// The statistics of a network device, which are read under RCU, are guarded by a mutex.
#include "kernel.h"
#include <linux/netdevice.h>
#include "nic.h"

static void nic_get_stats64(struct net_device *dev, struct rtnl_link_stats64 *stats)	// 1.1 enters nic_get_stats64
{
	nic_read_counters(netdev_priv(dev), stats);	// 1.2 calls nic_read_counters
					// BUG sleep-in-atomic: mutex_lock() in rcu_read_lock
}

const struct net_device_ops nic_netdev_ops = { .ndo_get_stats64 = nic_get_stats64 };
//--- nic.h
struct nic {
	struct mutex stats_lock;
	u64 packets;
};
void nic_read_counters(struct nic *nic, struct rtnl_link_stats64 *stats);
//--- counters.c
#include "kernel.h"
#include <linux/netdevice.h>
#include "nic.h"

void nic_read_counters(struct nic *nic, struct rtnl_link_stats64 *stats)
{
	mutex_lock(&nic->stats_lock);	// 1.3 sleeps mutex_lock()
	stats->rx_packets = nic->packets;
	mutex_unlock(&nic->stats_lock);
}
