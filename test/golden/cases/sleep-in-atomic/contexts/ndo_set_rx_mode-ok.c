// The function that is called when the device goes waits for the hardware.
// CLEAN
#include "kernel.h"
#include <linux/netdevice.h>
void nic_wait(void);

static void nic_filter(struct net_device *dev)
{
	nic_wait();
}

const struct net_device_ops nic_netdev_ops = { .ndo_uninit = nic_filter };
//--- wait.c
#include "kernel.h"
#include <linux/delay.h>
void nic_wait(void);

void nic_wait(void)
{
	msleep(1);
}
