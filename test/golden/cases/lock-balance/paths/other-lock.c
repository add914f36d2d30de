// On failure the other of the two locks is given back.
#include "kernel.h" // MISS lock-balance: x
struct duplex {
	spinlock_t rx_lock;
	spinlock_t tx_lock;
	int room;
};

int duplex_send(struct duplex *duplex)
{
	spin_lock(&duplex->tx_lock);
	if (!duplex->room) {
		spin_unlock(&duplex->rx_lock);
		return -ENOSPC;
	}
	duplex->room--;
	spin_unlock(&duplex->tx_lock);
	return 0;
}
