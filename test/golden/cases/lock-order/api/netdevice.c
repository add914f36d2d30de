// The locks of a network device and its queues: held over a spinlock, and waited for under it.
// CONFIGS: all
#include "kernel.h"
#include <linux/netdevice.h>

static DEFINE_SPINLOCK(tx_b);

void tx_forward(struct net_device *device)
{
	netif_tx_lock(device);		// tx1.1 holds net_device.tx_global_lock
	spin_lock(&tx_b);		// tx1.2 wants tx_b
					// BUG[tx] lock-order: net_device.tx_global_lock -> tx_b -> net_device.tx_global_lock
	spin_unlock(&tx_b);
	netif_tx_unlock(device);
}

void tx_backward(struct net_device *device)
{
	spin_lock(&tx_b);		// tx2.1 holds tx_b
	netif_tx_lock(device);		// tx2.2 wants net_device.tx_global_lock
	netif_tx_unlock(device);
	spin_unlock(&tx_b);
}

static DEFINE_SPINLOCK(tx_bh_b);

void tx_bh_forward(struct net_device *device)
{
	netif_tx_lock_bh(device);	// tx_bh1.1 holds net_device.tx_global_lock
	spin_lock(&tx_bh_b);		// tx_bh1.2 wants tx_bh_b
					// BUG[tx_bh] lock-order: net_device.tx_global_lock -> tx_bh_b -> net_device.tx_global_lock
	spin_unlock(&tx_bh_b);
	netif_tx_unlock_bh(device);
}

void tx_bh_backward(struct net_device *device)
{
	spin_lock(&tx_bh_b);		// tx_bh2.1 holds tx_bh_b
	netif_tx_lock_bh(device);	// tx_bh2.2 wants net_device.tx_global_lock
	netif_tx_unlock_bh(device);
	spin_unlock(&tx_bh_b);
}

static DEFINE_SPINLOCK(address_b);

void address_forward(struct net_device *device)
{
	netif_addr_lock(device);	// address2.1 holds net_device.addr_list_lock
	spin_lock(&address_b);		// address2.2 wants address_b
	spin_unlock(&address_b);
	netif_addr_unlock(device);
}

void address_backward(struct net_device *device)
{
	spin_lock(&address_b);		// address1.1 holds address_b
	netif_addr_lock(device);	// address1.2 wants net_device.addr_list_lock
					// BUG[address] lock-order medium: address_b -> net_device.addr_list_lock -> address_b; the subclass is known at run time only
	netif_addr_unlock(device);
	spin_unlock(&address_b);
}

static DEFINE_SPINLOCK(address_bh_b);

void address_bh_forward(struct net_device *device)
{
	netif_addr_lock_bh(device);	// address_bh2.1 holds net_device.addr_list_lock
	spin_lock(&address_bh_b);	// address_bh2.2 wants address_bh_b
	spin_unlock(&address_bh_b);
	netif_addr_unlock_bh(device);
}

void address_bh_backward(struct net_device *device)
{
	spin_lock(&address_bh_b);	// address_bh1.1 holds address_bh_b
	netif_addr_lock_bh(device);	// address_bh1.2 wants net_device.addr_list_lock
					// BUG[address_bh] lock-order medium: address_bh_b -> net_device.addr_list_lock -> address_bh_b; the subclass is known at run time only
	netif_addr_unlock_bh(device);
	spin_unlock(&address_bh_b);
}

static DEFINE_SPINLOCK(queue_b);

void queue_forward(struct netdev_queue *queue)
{
	__netif_tx_lock(queue, smp_processor_id());	// queue1.1 holds netdev_queue._xmit_lock
	spin_lock(&queue_b);		// queue1.2 wants queue_b
					// BUG[queue] lock-order: netdev_queue._xmit_lock -> queue_b -> netdev_queue._xmit_lock
	spin_unlock(&queue_b);
	__netif_tx_unlock(queue);
}

void queue_backward(struct netdev_queue *queue)
{
	spin_lock(&queue_b);		// queue2.1 holds queue_b
	__netif_tx_lock(queue, smp_processor_id());	// queue2.2 wants netdev_queue._xmit_lock
	__netif_tx_unlock(queue);
	spin_unlock(&queue_b);
}

static DEFINE_SPINLOCK(queue_bh_b);

void queue_bh_forward(struct netdev_queue *queue)
{
	__netif_tx_lock_bh(queue);	// queue_bh1.1 holds netdev_queue._xmit_lock
	spin_lock(&queue_bh_b);		// queue_bh1.2 wants queue_bh_b
					// BUG[queue_bh] lock-order: netdev_queue._xmit_lock -> queue_bh_b -> netdev_queue._xmit_lock
	spin_unlock(&queue_bh_b);
	__netif_tx_unlock_bh(queue);
}

void queue_bh_backward(struct netdev_queue *queue)
{
	spin_lock(&queue_bh_b);		// queue_bh2.1 holds queue_bh_b
	__netif_tx_lock_bh(queue);	// queue_bh2.2 wants netdev_queue._xmit_lock
	__netif_tx_unlock_bh(queue);
	spin_unlock(&queue_bh_b);
}

static DEFINE_SPINLOCK(queue_try_b);

void queue_try_forward(struct netdev_queue *queue)
{
	if (!__netif_tx_trylock(queue))	// queue_try1.1 holds netdev_queue._xmit_lock
		return;
	spin_lock(&queue_try_b);	// queue_try1.2 wants queue_try_b
					// BUG[queue_try] lock-order: netdev_queue._xmit_lock -> queue_try_b -> netdev_queue._xmit_lock
	spin_unlock(&queue_try_b);
	__netif_tx_unlock(queue);
}

void queue_try_backward(struct netdev_queue *queue)
{
	spin_lock(&queue_try_b);	// queue_try2.1 holds queue_try_b
	__netif_tx_lock(queue, smp_processor_id());	// queue_try2.2 wants netdev_queue._xmit_lock
	__netif_tx_unlock(queue);
	spin_unlock(&queue_try_b);
}
