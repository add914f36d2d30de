// The kernel opens a network device under rtnl_mutex; a work that it queues takes it.
// CLEAN
#include "kernel.h"
#include <linux/netdevice.h>
#include <linux/rtnetlink.h>
#include <linux/workqueue.h>
#include "nic.h"

static int nic_open(struct net_device *dev)
{
	schedule_work(nic_work());
	return 0;
}

const struct net_device_ops nic_netdev_ops = { .ndo_open = nic_open };
//--- nic.h
struct work_struct *nic_work(void);
//--- rename.c
#include "kernel.h"
#include <linux/netdevice.h>
#include <linux/rtnetlink.h>
#include <linux/workqueue.h>
#include "nic.h"

static int mtu;

static void nic_rename(struct work_struct *work)
{
	rtnl_lock();
	mtu = 1500;
	rtnl_unlock();
}

static DECLARE_WORK(rename, nic_rename);

struct work_struct *nic_work(void)
{
	return &rename;
}
