// Only one branch takes the lock, and behind both it is given back.
#include "kernel.h"
struct channel {
	spinlock_t lock;
	int sent, dropped;
};

void channel_send(struct channel *ch, bool up)
{
	if (up) {
		spin_lock(&ch->lock);	// 2.1 holds channel.lock
		ch->sent++;
	} else {
		ch->dropped++;
	}
	spin_unlock(&ch->lock);		// 1.1 releases channel.lock
					// BUG lock-balance medium: channel.lock; a condition that was
					//    not understood may keep the paths apart
}
