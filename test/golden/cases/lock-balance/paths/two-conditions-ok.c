// The lock is taken and given back for the same condition.
// CLEAN
#include "kernel.h"
struct volume {
	struct mutex lock;
	int size;
};

void volume_resize(struct volume *vol, int size, bool online, bool force)
{
	if (online)
		mutex_lock(&vol->lock);
	vol->size = size;
	if (online)
		mutex_unlock(&vol->lock);
}
