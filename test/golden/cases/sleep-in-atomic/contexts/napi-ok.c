// The poll function of NAPI does not sleep where the ring is refilled.
// CLEAN
#include "kernel.h"
#include <linux/netdevice.h>
#include "ring.h"

static int nic_poll(struct napi_struct *napi, int budget)
{
	struct ring *ring = container_of(napi, struct ring, napi);

	ring_refill(ring);
	return 0;
}

void nic_setup(struct net_device *dev, struct ring *ring)
{
	netif_napi_add(dev, &ring->napi, nic_poll);
}
//--- ring.h
struct ring {
	struct napi_struct napi;
	void *buffer;
};
void ring_refill(struct ring *ring);
//--- refill.c
#include "kernel.h"
#include <linux/netdevice.h>
#include "ring.h"

void ring_refill(struct ring *ring)
{
	ring->buffer = kmalloc(2048, GFP_ATOMIC);
}
