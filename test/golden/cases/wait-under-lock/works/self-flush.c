// The work waits for itself, through a function of another file.
#include "kernel.h"
#include "disk.h"

static void disk_check(struct work_struct *work)
{
	disk_stop(container_of(work, struct disk, check));
					// MISS wait-under-lock: disk.check -> disk.check; a work that waits for
					//    itself is no cycle of two
}

static void disk_spin(struct work_struct *work)
{
}

void disk_setup(struct disk *disk)
{
	INIT_WORK(&disk->check, disk_check);
	INIT_WORK(&disk->spin, disk_spin);
}
//--- disk.h
struct disk {
	struct work_struct check, spin;
};
void disk_stop(struct disk *disk);
//--- stop.c
#include "kernel.h"
#include "disk.h"

void disk_stop(struct disk *disk)
{
	cancel_work_sync(&disk->check);
}
