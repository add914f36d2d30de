// The work is not the one that it waits for.
// CLEAN
#include "kernel.h"
#include "disk.h"

static void disk_check(struct work_struct *work)
{
	disk_stop(container_of(work, struct disk, check));
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
	cancel_work_sync(&disk->spin);
}
