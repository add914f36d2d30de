// The driver's ndo_stop(), under the rtnl mutex, waits for a work that only tries it.
// CLEAN
#include "kernel.h"
#include <linux/netdevice.h>
#include "nic.h"

static int nic_stop(struct net_device *dev)
{
	struct nic *nic = netdev_priv(dev);

	cancel_work_sync(&nic->reset);
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

static void nic_reset(struct work_struct *work)
{
	struct nic *nic = container_of(work, struct nic, reset);

	if (!rtnl_trylock())
		return;
	nic->resets++;
	rtnl_unlock();
}

void nic_setup(struct nic *nic)
{
	INIT_WORK(&nic->reset, nic_reset);
}
