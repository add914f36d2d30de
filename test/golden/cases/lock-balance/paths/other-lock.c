// On failure the other of the two locks is given back.
#include "kernel.h"
struct duplex {
	spinlock_t rx_lock;
	spinlock_t tx_lock;
	int room;
};

int duplex_send(struct duplex *duplex)
{
	spin_lock(&duplex->tx_lock);	// 1.1 holds duplex.tx_lock
	if (!duplex->room) {
		spin_unlock(&duplex->rx_lock);
					// MISS lock-balance: rx_lock was not taken here, but a
					//    caller may hold it
		return -ENOSPC;
					// BUG lock-balance: duplex.tx_lock
	}
	duplex->room--;
	spin_unlock(&duplex->tx_lock);	// 2.1 releases duplex.tx_lock
	return 0;
}
