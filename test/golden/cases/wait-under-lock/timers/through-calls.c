// The timer's lock is held by the caller of the caller of del_timer_sync().
#include "kernel.h"
#include <linux/timer.h>
#include "peer.h"

void peer_close(struct peer *peer)
{
	spin_lock_bh(&peer->lock);	// 1.1 holds peer.lock
	peer->open = false;
	peer_quiet(peer);		// 1.2 calls peer_quiet
					// BUG wait-under-lock: peer.lock -> peer.keepalive -> peer.lock
	spin_unlock_bh(&peer->lock);
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
	del_timer_sync(&peer->keepalive);	// 1.3 waits peer.keepalive
}

static void peer_ping(struct timer_list *timer)	// 2.2 holds peer.keepalive
{
	struct peer *peer = container_of(timer, struct peer, keepalive);

	spin_lock(&peer->lock);		// 2.3 wants peer.lock
	peer->open = true;
	spin_unlock(&peer->lock);
}

void peer_setup(struct peer *peer)
{
	timer_setup(&peer->keepalive, peer_ping, 0);	// 2.1 starts peer_ping
}
