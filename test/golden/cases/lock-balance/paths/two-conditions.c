// The lock is taken for one condition and given back for another that looks like it.
#include "kernel.h" // MISS lock-balance: x
struct volume {
	struct mutex lock;
	int size;
};

void volume_resize(struct volume *vol, int size, bool online, bool force)
{
	if (online)
		mutex_lock(&vol->lock);
	vol->size = size;
	if (online && !force)
		mutex_unlock(&vol->lock);
}
