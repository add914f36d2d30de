// The driver's ndo_stop(), under the rtnl mutex, waits for a work that takes it.
#include "kernel.h"
#include <linux/netdevice.h>
#include "nic.h"

static int nic_stop(struct net_device *dev)	// 1.1 enters nic_stop
						// 1.2 holds rtnl_mutex
{
	struct nic *nic = netdev_priv(dev);

	cancel_work_sync(&nic->reset);		// 1.3 waits nic.reset
						// BUG wait-under-lock: rtnl_mutex -> nic.reset -> rtnl_mutex
	return 0;
}

const struct net_device_ops nic_netdev_ops = { .ndo_stop = nic_stop };
//--- nic.h
struct nic {
	struct work_struct reset;
	int resets;
};
//--- reset.c
#include "kernel.h"
#include <linux/rtnetlink.h>
#include "nic.h"

static void nic_reset(struct work_struct *work)	// 2.2 holds nic.reset
{
	struct nic *nic = container_of(work, struct nic, reset);

	rtnl_lock();				// 2.3 wants rtnl_mutex
	nic->resets++;
	rtnl_unlock();
}

void nic_setup(struct nic *nic)
{
	INIT_WORK(&nic->reset, nic_reset);	// 2.1 starts nic_reset
}
