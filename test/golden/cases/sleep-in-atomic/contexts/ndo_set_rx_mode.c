// The function that sets the receive mode, under the address list's spinlock, waits for the hardware.
#include "kernel.h"
#include <linux/netdevice.h>
void nic_wait(void);

static void nic_filter(struct net_device *dev)	// 1.1 enters nic_filter
{
	nic_wait();			// 1.2 calls nic_wait
					// BUG sleep-in-atomic: msleep() in preempt-off
}

const struct net_device_ops nic_netdev_ops = { .ndo_set_rx_mode = nic_filter };
//--- wait.c
#include "kernel.h"
#include <linux/delay.h>
void nic_wait(void);

void nic_wait(void)
{
	msleep(1);			// 1.3 sleeps msleep()
}
