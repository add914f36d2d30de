// Both locks of the object are always taken in one order.
// CLEAN
#include "kernel.h"
struct card {
	spinlock_t tx;
	spinlock_t rx;
};

void card_send(struct card *card)
{
	spin_lock(&card->tx);
	spin_lock(&card->rx);
	spin_unlock(&card->rx);
	spin_unlock(&card->tx);
}

void card_receive(struct card *card)
{
	spin_lock(&card->tx);
	spin_lock(&card->rx);
	spin_unlock(&card->rx);
	spin_unlock(&card->tx);
}
