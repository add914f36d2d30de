// Packets are made with GFP_ATOMIC under the spinlock of the ring, and given on there.
// CLEAN
#include "kernel.h"
#include <linux/netdevice.h>
#include <linux/skbuff.h>
static DEFINE_SPINLOCK(ring);
static struct sk_buff *packet;
static int error;

void ring_alloc_skb(void)
{
	spin_lock(&ring);
	packet = alloc_skb(1500, GFP_ATOMIC);
	spin_unlock(&ring);
}

void ring_alloc_skb_fclone(void)
{
	spin_lock(&ring);
	packet = alloc_skb_fclone(1500, GFP_ATOMIC);
	spin_unlock(&ring);
}

void ring_alloc_skb_innermost(void)
{
	spin_lock(&ring);
	packet = __alloc_skb(1500, GFP_ATOMIC, 0, 0);
	spin_unlock(&ring);
}

void ring_netdev_alloc_skb_innermost(struct net_device *dev)
{
	spin_lock(&ring);
	packet = __netdev_alloc_skb(dev, 1500, GFP_ATOMIC);
	spin_unlock(&ring);
}

void ring_skb_clone(struct sk_buff *skb)
{
	spin_lock(&ring);
	packet = skb_clone(skb, GFP_ATOMIC);
	spin_unlock(&ring);
}

void ring_skb_copy(struct sk_buff *skb)
{
	spin_lock(&ring);
	packet = skb_copy(skb, GFP_ATOMIC);
	spin_unlock(&ring);
}

void ring_pskb_copy(struct sk_buff *skb)
{
	spin_lock(&ring);
	packet = pskb_copy(skb, GFP_ATOMIC);
	spin_unlock(&ring);
}

void ring_pskb_expand_head(struct sk_buff *skb)
{
	spin_lock(&ring);
	error = pskb_expand_head(skb, 16, 0, GFP_ATOMIC);
	spin_unlock(&ring);
}

void ring_skb_copy_expand(struct sk_buff *skb)
{
	spin_lock(&ring);
	packet = skb_copy_expand(skb, 16, 0, GFP_ATOMIC);
	spin_unlock(&ring);
}

void ring_alloc_skb_with_frags(void)
{
	spin_lock(&ring);
	packet = alloc_skb_with_frags(64, 4096, 0, &error, GFP_ATOMIC);
	spin_unlock(&ring);
}

void ring_skb_realloc_headroom(struct sk_buff *skb)
{
	spin_lock(&ring);
	packet = skb_realloc_headroom(skb, 16);
	spin_unlock(&ring);
}

void ring_kfree_skb(struct sk_buff *skb)
{
	spin_lock(&ring);
	kfree_skb(skb);
	spin_unlock(&ring);
}

void ring_dev_kfree_skb_any(struct sk_buff *skb)
{
	spin_lock(&ring);
	dev_kfree_skb_any(skb);
	spin_unlock(&ring);
}

void ring_consume_skb(struct sk_buff *skb)
{
	spin_lock(&ring);
	consume_skb(skb);
	spin_unlock(&ring);
}

void ring_netif_receive_skb(struct sk_buff *skb)
{
	spin_lock(&ring);
	netif_receive_skb(skb);
	spin_unlock(&ring);
}

void ring_netif_receive_skb_list(struct list_head *packets)
{
	spin_lock(&ring);
	netif_receive_skb_list(packets);
	spin_unlock(&ring);
}

void ring_napi_gro_receive(struct napi_struct *napi)
{
	spin_lock(&ring);
	napi_gro_receive(napi, packet);
	spin_unlock(&ring);
}

void ring_napi_gro_frags(struct napi_struct *napi)
{
	spin_lock(&ring);
	napi_gro_frags(napi);
	spin_unlock(&ring);
}

void ring_napi_gro_flush(struct napi_struct *napi)
{
	spin_lock(&ring);
	napi_gro_flush(napi, false);
	spin_unlock(&ring);
}

void ring_napi_complete(struct napi_struct *napi)
{
	spin_lock(&ring);
	napi_complete(napi);
	spin_unlock(&ring);
}

void ring_napi_complete_done(struct napi_struct *napi)
{
	spin_lock(&ring);
	napi_complete_done(napi, 64);
	spin_unlock(&ring);
}

void ring_netdev_alloc_skb(struct net_device *dev)
{
	spin_lock(&ring);
	packet = netdev_alloc_skb(dev, 1500);
	spin_unlock(&ring);
}

void ring_napi_alloc_skb(struct napi_struct *napi)
{
	spin_lock(&ring);
	packet = napi_alloc_skb(napi, 1500);
	spin_unlock(&ring);
}

void ring_dev_alloc_skb(void)
{
	spin_lock(&ring);
	packet = dev_alloc_skb(1500);
	spin_unlock(&ring);
}
