// The callee waits for the hardware with the caller's spinlock given back meanwhile.
// CLEAN
#include "kernel.h"
#include "disk.h"

void disk_stop(struct disk *disk)
{
	spin_lock(&disk->lock);
	disk_drain(disk);
	disk->running = false;
	spin_unlock(&disk->lock);
}
//--- disk.h
struct disk {
	spinlock_t lock;
	int requests;
	bool running;
};
void disk_drain(struct disk *disk);
//--- drain.c
#include "kernel.h"
#include <linux/delay.h>
#include "disk.h"

void disk_drain(struct disk *disk)
{
	disk->requests = 0;
	spin_unlock(&disk->lock);
	msleep(10);
	spin_lock(&disk->lock);
}
