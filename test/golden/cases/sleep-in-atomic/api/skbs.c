// Packets are made with GFP_KERNEL under the spinlock of the ring.
#include "kernel.h"
#include <linux/netdevice.h>
#include <linux/skbuff.h>
static DEFINE_SPINLOCK(ring);
static struct sk_buff *packet;
static int error;

void ring_alloc_skb(void)
{
	spin_lock(&ring);		// a1.1 holds ring
	packet = alloc_skb(1500, GFP_KERNEL);	// a1.2 sleeps alloc_skb()
					// BUG[a] sleep-in-atomic: alloc_skb() in ring
	spin_unlock(&ring);
}

void ring_alloc_skb_fclone(void)
{
	spin_lock(&ring);		// b1.1 holds ring
	packet = alloc_skb_fclone(1500, GFP_KERNEL);	// b1.2 sleeps alloc_skb_fclone()
					// BUG[b] sleep-in-atomic: alloc_skb_fclone() in ring
	spin_unlock(&ring);
}

void ring_alloc_skb_innermost(void)
{
	spin_lock(&ring);		// c1.1 holds ring
	packet = __alloc_skb(1500, GFP_KERNEL, 0, 0);	// c1.2 sleeps __alloc_skb()
					// BUG[c] sleep-in-atomic: __alloc_skb() in ring
	spin_unlock(&ring);
}

void ring_netdev_alloc_skb_innermost(struct net_device *dev)
{
	spin_lock(&ring);		// d1.1 holds ring
	packet = __netdev_alloc_skb(dev, 1500, GFP_KERNEL);	// d1.2 sleeps __netdev_alloc_skb()
					// BUG[d] sleep-in-atomic: __netdev_alloc_skb() in ring
	spin_unlock(&ring);
}

void ring_skb_clone(struct sk_buff *skb)
{
	spin_lock(&ring);		// e1.1 holds ring
	packet = skb_clone(skb, GFP_KERNEL);	// e1.2 sleeps skb_clone()
					// BUG[e] sleep-in-atomic: skb_clone() in ring
	spin_unlock(&ring);
}

void ring_skb_copy(struct sk_buff *skb)
{
	spin_lock(&ring);		// f1.1 holds ring
	packet = skb_copy(skb, GFP_KERNEL);	// f1.2 sleeps skb_copy()
					// BUG[f] sleep-in-atomic: skb_copy() in ring
	spin_unlock(&ring);
}

void ring_pskb_copy(struct sk_buff *skb)
{
	spin_lock(&ring);		// g1.1 holds ring
	packet = pskb_copy(skb, GFP_KERNEL);	// g1.2 sleeps pskb_copy()
					// BUG[g] sleep-in-atomic: pskb_copy() in ring
	spin_unlock(&ring);
}

void ring_pskb_expand_head(struct sk_buff *skb)
{
	spin_lock(&ring);		// h1.1 holds ring
	error = pskb_expand_head(skb, 16, 0, GFP_KERNEL);	// h1.2 sleeps pskb_expand_head()
					// BUG[h] sleep-in-atomic: pskb_expand_head() in ring
	spin_unlock(&ring);
}

void ring_skb_copy_expand(struct sk_buff *skb)
{
	spin_lock(&ring);	// foundb1.1 holds ring
	packet = skb_copy_expand(skb, 16, 0, GFP_KERNEL);	// foundb1.2 sleeps skb_copy_expand()
					// BUG[foundb] sleep-in-atomic: skb_copy_expand() in ring
	spin_unlock(&ring);
}

void ring_alloc_skb_with_frags(void)
{
	spin_lock(&ring);	// founda1.1 holds ring
	packet = alloc_skb_with_frags(64, 4096, 0, &error, GFP_KERNEL);	// founda1.2 sleeps alloc_skb_with_frags()
					// BUG[founda] sleep-in-atomic: alloc_skb_with_frags() in ring
	spin_unlock(&ring);
}
