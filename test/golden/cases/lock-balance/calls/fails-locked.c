// A wrapper fails with the lock held, and its caller takes that for a failure to lock.
#include "kernel.h" // MISS lock-balance: x
struct disk {
	struct mutex lock;
	bool spun_up;
	int reads;
};

static noinline int disk_lock(struct disk *disk)
{
	mutex_lock(&disk->lock);
	if (!disk->spun_up)
		return -EIO;
	return 0;
}

int disk_read(struct disk *disk)
{
	int err = disk_lock(disk);

	if (err)
		return err;
	disk->reads++;
	mutex_unlock(&disk->lock);
	return 0;
}
