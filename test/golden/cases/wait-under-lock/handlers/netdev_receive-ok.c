// Packets are handed to the stack after spinlocks that the driver's ndo_start_xmit() takes to answer them.
// CLEAN
#include "kernel.h"
#include <linux/netdevice.h>

static DEFINE_SPINLOCK(complete_done_lock);
static DEFINE_SPINLOCK(done_lock);
static DEFINE_SPINLOCK(gro_lock);
static DEFINE_SPINLOCK(frags_lock);
static DEFINE_SPINLOCK(flush_lock);
static DEFINE_SPINLOCK(receive_lock);
static DEFINE_SPINLOCK(list_lock);

static netdev_tx_t nic_start_xmit(struct sk_buff *skb, struct net_device *dev)
{
	spin_lock(&complete_done_lock);
	spin_unlock(&complete_done_lock);
	spin_lock(&done_lock);
	spin_unlock(&done_lock);
	spin_lock(&gro_lock);
	spin_unlock(&gro_lock);
	spin_lock(&frags_lock);
	spin_unlock(&frags_lock);
	spin_lock(&flush_lock);
	spin_unlock(&flush_lock);
	spin_lock(&receive_lock);
	spin_unlock(&receive_lock);
	spin_lock(&list_lock);
	spin_unlock(&list_lock);
	return NETDEV_TX_OK;
}

const struct net_device_ops nic_netdev_ops = { .ndo_start_xmit = nic_start_xmit };

void complete_done(struct napi_struct *napi)
{
	spin_lock(&complete_done_lock);
	spin_unlock(&complete_done_lock);
	napi_complete_done(napi, 1);
}

void done(struct napi_struct *napi)
{
	spin_lock(&done_lock);
	spin_unlock(&done_lock);
	napi_complete(napi);
}

void gro(struct napi_struct *napi, struct sk_buff *skb)
{
	spin_lock(&gro_lock);
	spin_unlock(&gro_lock);
	napi_gro_receive(napi, skb);
}

void frags(struct napi_struct *napi)
{
	spin_lock(&frags_lock);
	spin_unlock(&frags_lock);
	napi_gro_frags(napi);
}

void flush(struct napi_struct *napi)
{
	spin_lock(&flush_lock);
	spin_unlock(&flush_lock);
	napi_gro_flush(napi, false);
}

void receive(struct sk_buff *skb)
{
	spin_lock(&receive_lock);
	spin_unlock(&receive_lock);
	netif_receive_skb(skb);
}

void list(struct list_head *list)
{
	spin_lock(&list_lock);
	spin_unlock(&list_lock);
	netif_receive_skb_list(list);
}
