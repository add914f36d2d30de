// The timer's lock is not held by the caller of the caller of del_timer_sync().
// CLEAN
#include "kernel.h"
#include <linux/timer.h>
#include "peer.h"

void peer_close(struct peer *peer)
{
	spin_lock_bh(&peer->lock);
	peer->open = false;
	spin_unlock_bh(&peer->lock);
	peer_quiet(peer);
}
//--- peer.h
struct peer {
	struct timer_list keepalive;
	spinlock_t lock;
	bool open;
};
void peer_quiet(struct peer *peer);
//--- quiet.c
#include "kernel.h"
#include <linux/timer.h>
#include "peer.h"

void peer_quiet(struct peer *peer)
{
	del_timer_sync(&peer->keepalive);
}

static void peer_ping(struct timer_list *timer)
{
	struct peer *peer = container_of(timer, struct peer, keepalive);

	spin_lock(&peer->lock);
	peer->open = true;
	spin_unlock(&peer->lock);
}

void peer_setup(struct peer *peer)
{
	timer_setup(&peer->keepalive, peer_ping, 0);
}
