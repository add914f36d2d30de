// The spinlock is given back first and the bottom halves later, on one path never.
#include "kernel.h"
struct frames {
	spinlock_t lock;
	int ready, delivered;
};

int frames_deliver(struct frames *frames)
{
	spin_lock_bh(&frames->lock);	// 1.1 holds softirqs-off
	if (!frames->ready) {
		spin_unlock(&frames->lock);
		return -EAGAIN;
				// BUG lock-balance: softirqs-off
	}
	frames->ready--;
	spin_unlock(&frames->lock);
	frames->delivered++;
	local_bh_enable();	// 2.1 releases softirqs-off
	return 0;
}
