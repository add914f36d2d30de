// The locks of a network device and its queues, given back before the spinlock is taken.
// CLEAN
// CONFIGS: all
#include "kernel.h"
#include <linux/netdevice.h>

static DEFINE_SPINLOCK(tx_b);

void tx_forward(struct net_device *device)
{
	netif_tx_lock(device);
	netif_tx_unlock(device);
	spin_lock(&tx_b);
	spin_unlock(&tx_b);
}

void tx_backward(struct net_device *device)
{
	spin_lock(&tx_b);
	netif_tx_lock(device);
	netif_tx_unlock(device);
	spin_unlock(&tx_b);
}

static DEFINE_SPINLOCK(tx_bh_b);

void tx_bh_forward(struct net_device *device)
{
	netif_tx_lock_bh(device);
	netif_tx_unlock_bh(device);
	spin_lock(&tx_bh_b);
	spin_unlock(&tx_bh_b);
}

void tx_bh_backward(struct net_device *device)
{
	spin_lock(&tx_bh_b);
	netif_tx_lock_bh(device);
	netif_tx_unlock_bh(device);
	spin_unlock(&tx_bh_b);
}

static DEFINE_SPINLOCK(address_b);

void address_forward(struct net_device *device)
{
	netif_addr_lock(device);
	netif_addr_unlock(device);
	spin_lock(&address_b);
	spin_unlock(&address_b);
}

void address_backward(struct net_device *device)
{
	spin_lock(&address_b);
	netif_addr_lock(device);
	netif_addr_unlock(device);
	spin_unlock(&address_b);
}

static DEFINE_SPINLOCK(address_bh_b);

void address_bh_forward(struct net_device *device)
{
	netif_addr_lock_bh(device);
	netif_addr_unlock_bh(device);
	spin_lock(&address_bh_b);
	spin_unlock(&address_bh_b);
}

void address_bh_backward(struct net_device *device)
{
	spin_lock(&address_bh_b);
	netif_addr_lock_bh(device);
	netif_addr_unlock_bh(device);
	spin_unlock(&address_bh_b);
}

static DEFINE_SPINLOCK(queue_b);

void queue_forward(struct netdev_queue *queue)
{
	__netif_tx_lock(queue, smp_processor_id());
	__netif_tx_unlock(queue);
	spin_lock(&queue_b);
	spin_unlock(&queue_b);
}

void queue_backward(struct netdev_queue *queue)
{
	spin_lock(&queue_b);
	__netif_tx_lock(queue, smp_processor_id());
	__netif_tx_unlock(queue);
	spin_unlock(&queue_b);
}

static DEFINE_SPINLOCK(queue_bh_b);

void queue_bh_forward(struct netdev_queue *queue)
{
	__netif_tx_lock_bh(queue);
	__netif_tx_unlock_bh(queue);
	spin_lock(&queue_bh_b);
	spin_unlock(&queue_bh_b);
}

void queue_bh_backward(struct netdev_queue *queue)
{
	spin_lock(&queue_bh_b);
	__netif_tx_lock_bh(queue);
	__netif_tx_unlock_bh(queue);
	spin_unlock(&queue_bh_b);
}

static DEFINE_SPINLOCK(queue_try_b);

void queue_try_forward(struct netdev_queue *queue)
{
	if (!__netif_tx_trylock(queue))
		return;
	__netif_tx_unlock(queue);
	spin_lock(&queue_try_b);
	spin_unlock(&queue_try_b);
}

void queue_try_backward(struct netdev_queue *queue)
{
	spin_lock(&queue_try_b);
	__netif_tx_lock(queue, smp_processor_id());
	__netif_tx_unlock(queue);
	spin_unlock(&queue_try_b);
}
