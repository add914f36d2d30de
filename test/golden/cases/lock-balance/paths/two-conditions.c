// The lock is taken for one condition and given back for another that looks like it.
#include "kernel.h"
struct volume {
	struct mutex lock;
	int size;
};

void volume_resize(struct volume *vol, int size, bool online, bool force)
{
	if (online)
		mutex_lock(&vol->lock);		// 1.1 holds volume.lock
	vol->size = size;
	if (online && !force)
		mutex_unlock(&vol->lock);	// 2.1 releases volume.lock
}
						// BUG lock-balance low: volume.lock; the arguments
						//    may be such that the conditions never differ
