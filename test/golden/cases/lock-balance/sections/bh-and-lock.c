// The spinlock is given back without the bottom halves, so they stay off where the ring is empty.
#include "kernel.h"
struct descs {
	spinlock_t lock;
	int used;
};

int descs_reclaim(struct descs *descs)
{
	local_bh_disable();		// 1.1 holds softirqs-off
	spin_lock(&descs->lock);
	if (!descs->used) {
		spin_unlock(&descs->lock);
		return -ENOENT;
					// BUG lock-balance: softirqs-off
	}
	descs->used--;
	spin_unlock(&descs->lock);
	local_bh_enable();		// 2.1 releases softirqs-off
	return 0;
}
