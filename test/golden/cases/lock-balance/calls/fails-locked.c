// A wrapper fails with the lock held, and its caller takes that for a failure to lock.
#include "kernel.h"
struct disk {
	struct mutex lock;
	bool spun_up;
	int reads;
};

static noinline int disk_lock(struct disk *disk)
{
	mutex_lock(&disk->lock);	// 1.2 holds disk.lock
	if (!disk->spun_up)
		return -EIO;
	return 0;
}

int disk_read(struct disk *disk)
{
	int err = disk_lock(disk);	// 1.1 calls disk_lock

	if (err)
		return err;
					// BUG lock-balance: disk.lock
	disk->reads++;
	mutex_unlock(&disk->lock);	// 2.1 releases disk.lock
	return 0;
}
