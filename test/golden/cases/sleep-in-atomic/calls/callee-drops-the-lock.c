// The callee waits for the hardware with the caller's spinlock held.
#include "kernel.h"
#include "disk.h"

void disk_stop(struct disk *disk)
{
	spin_lock(&disk->lock);		// 1.1 holds disk.lock
	disk_drain(disk);		// 1.2 calls disk_drain
					// BUG sleep-in-atomic: msleep() in disk.lock
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
	msleep(10);			// 1.3 sleeps msleep()
}
