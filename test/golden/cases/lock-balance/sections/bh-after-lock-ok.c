// The spinlock is given back first and the bottom halves later, on each path.
// CLEAN
#include "kernel.h"
struct frames {
	spinlock_t lock;
	int ready, delivered;
};

int frames_deliver(struct frames *frames)
{
	spin_lock_bh(&frames->lock);
	if (!frames->ready) {
		spin_unlock_bh(&frames->lock);
		return -EAGAIN;
	}
	frames->ready--;
	spin_unlock(&frames->lock);
	frames->delivered++;
	local_bh_enable();
	return 0;
}
