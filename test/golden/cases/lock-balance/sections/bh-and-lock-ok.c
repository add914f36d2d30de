// Bottom halves are turned on before the failure, or with the spinlock, which is the same.
// CLEAN
#include "kernel.h"
struct descs {
	spinlock_t lock;
	int used;
};

int descs_reclaim(struct descs *descs)
{
	local_bh_disable();
	spin_lock(&descs->lock);
	if (!descs->used) {
		spin_unlock_bh(&descs->lock);
		return -ENOENT;
	}
	descs->used--;
	spin_unlock(&descs->lock);
	local_bh_enable();
	return 0;
}
