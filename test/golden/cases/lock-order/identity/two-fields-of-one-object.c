// Both locks are fields of one object, which proves that the two threads can meet.
#include "kernel.h"
struct card {
	spinlock_t tx;
	spinlock_t rx;
};

void card_send(struct card *card)
{
	spin_lock(&card->tx);			// 2.1 holds card.tx
	spin_lock(&card->rx);			// 2.2 wants card.rx
	spin_unlock(&card->rx);
	spin_unlock(&card->tx);
}

void card_receive(struct card *card)
{
	spin_lock(&card->rx);			// 1.1 holds card.rx
	spin_lock(&card->tx);			// 1.2 wants card.tx
						// BUG lock-order: card.rx -> card.tx -> card.rx
	spin_unlock(&card->tx);
	spin_unlock(&card->rx);
}
