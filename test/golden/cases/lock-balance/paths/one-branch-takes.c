// Only one branch takes the lock, and behind both it is given back.
#include "kernel.h" // MISS lock-balance: x
struct channel {
	spinlock_t lock;
	int sent, dropped;
};

void channel_send(struct channel *ch, bool up)
{
	if (up) {
		spin_lock(&ch->lock);
		ch->sent++;
	} else {
		ch->dropped++;
	}
	spin_unlock(&ch->lock);
}
