// Both branches take the lock, and behind both it is given back.
// CLEAN
#include "kernel.h"
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
		spin_lock(&ch->lock);
		ch->dropped++;
	}
	spin_unlock(&ch->lock);
}
