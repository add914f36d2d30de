// The lookup returns the object locked or an error; an early return of its user forgets the lock.
#include "kernel.h"
#include <linux/err.h>
struct volume {
	spinlock_t lock;
	bool readonly;
	int writes;
};
static struct volume *volumes[8];

static noinline struct volume *volume_get_locked(unsigned int id)
{
	if (id >= 8 || !volumes[id])
		return ERR_PTR(-ENODEV);
	spin_lock(&volumes[id]->lock);			// 1.2 holds volume.lock
	return volumes[id];
}

int volume_write(unsigned int id)
{
	struct volume *vol = volume_get_locked(id);	// 1.1 calls volume_get_locked

	if (IS_ERR(vol))
		return PTR_ERR(vol);
	if (vol->readonly)
		return -EROFS;
							// BUG lock-balance low: volume.lock; one of many in an array
	vol->writes++;
	spin_unlock(&vol->lock);			// 2.1 releases volume.lock
	return 0;
}
