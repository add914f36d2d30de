// Packets are handed to the stack under spinlocks that the driver's ndo_start_xmit() takes to answer them.
#include "kernel.h"
#include <linux/netdevice.h>

static DEFINE_SPINLOCK(complete_done_lock);
static DEFINE_SPINLOCK(done_lock);
static DEFINE_SPINLOCK(gro_lock);
static DEFINE_SPINLOCK(frags_lock);
static DEFINE_SPINLOCK(flush_lock);
static DEFINE_SPINLOCK(receive_lock);
static DEFINE_SPINLOCK(list_lock);

static netdev_tx_t nic_start_xmit(struct sk_buff *skb, struct net_device *dev)	// complete_done2.1 enters nic_start_xmit
					// complete_done2.2 holds netdev_receive; done2.1 enters nic_start_xmit
					// done2.2 holds netdev_receive; gro2.1 enters nic_start_xmit
					// gro2.2 holds netdev_receive; frags2.1 enters nic_start_xmit
					// frags2.2 holds netdev_receive; flush2.1 enters nic_start_xmit
					// flush2.2 holds netdev_receive; receive2.1 enters nic_start_xmit
					// receive2.2 holds netdev_receive; list2.1 enters nic_start_xmit
					// list2.2 holds netdev_receive
{
	spin_lock(&complete_done_lock);	// complete_done2.3 wants complete_done_lock
	spin_unlock(&complete_done_lock);
	spin_lock(&done_lock);		// done2.3 wants done_lock
	spin_unlock(&done_lock);
	spin_lock(&gro_lock);		// gro2.3 wants gro_lock
	spin_unlock(&gro_lock);
	spin_lock(&frags_lock);		// frags2.3 wants frags_lock
	spin_unlock(&frags_lock);
	spin_lock(&flush_lock);		// flush2.3 wants flush_lock
	spin_unlock(&flush_lock);
	spin_lock(&receive_lock);	// receive2.3 wants receive_lock
	spin_unlock(&receive_lock);
	spin_lock(&list_lock);		// list2.3 wants list_lock
	spin_unlock(&list_lock);
	return NETDEV_TX_OK;
}

const struct net_device_ops nic_netdev_ops = { .ndo_start_xmit = nic_start_xmit };

void complete_done(struct napi_struct *napi)
{
	spin_lock(&complete_done_lock);	// complete_done1.1 holds complete_done_lock
	napi_complete_done(napi, 1);	// complete_done1.2 waits netdev_receive
					// BUG[complete_done] wait-under-lock medium: complete_done_lock ->
					//    netdev_receive -> complete_done_lock; which packet is answered is not
					//    known
	spin_unlock(&complete_done_lock);
}

void done(struct napi_struct *napi)
{
	spin_lock(&done_lock);		// done1.1 holds done_lock
	napi_complete(napi);		// done1.2 waits netdev_receive
					// BUG[done] wait-under-lock medium: done_lock -> netdev_receive ->
					//    done_lock; which packet is answered is not known
	spin_unlock(&done_lock);
}

void gro(struct napi_struct *napi, struct sk_buff *skb)
{
	spin_lock(&gro_lock);		// gro1.1 holds gro_lock
	napi_gro_receive(napi, skb);	// gro1.2 waits netdev_receive
					// BUG[gro] wait-under-lock medium: gro_lock -> netdev_receive -> gro_lock;
					//    which packet is answered is not known
	spin_unlock(&gro_lock);
}

void frags(struct napi_struct *napi)
{
	spin_lock(&frags_lock);		// frags1.1 holds frags_lock
	napi_gro_frags(napi);		// frags1.2 waits netdev_receive
					// BUG[frags] wait-under-lock medium: frags_lock -> netdev_receive ->
					//    frags_lock; which packet is answered is not known
	spin_unlock(&frags_lock);
}

void flush(struct napi_struct *napi)
{
	spin_lock(&flush_lock);		// flush1.1 holds flush_lock
	napi_gro_flush(napi, false);	// flush1.2 waits netdev_receive
					// BUG[flush] wait-under-lock medium: flush_lock -> netdev_receive ->
					//    flush_lock; which packet is answered is not known
	spin_unlock(&flush_lock);
}

void receive(struct sk_buff *skb)
{
	spin_lock(&receive_lock);	// receive1.1 holds receive_lock
	netif_receive_skb(skb);		// receive1.2 waits netdev_receive
					// BUG[receive] wait-under-lock medium: receive_lock -> netdev_receive ->
					//    receive_lock; which packet is answered is not known
	spin_unlock(&receive_lock);
}

void list(struct list_head *list)
{
	spin_lock(&list_lock);		// list1.1 holds list_lock
	netif_receive_skb_list(list);	// list1.2 waits netdev_receive
					// BUG[list] wait-under-lock medium: list_lock -> netdev_receive ->
					//    list_lock; which packet is answered is not known
	spin_unlock(&list_lock);
}
