// The handler takes the lock two calls and files deep; the ioctl with interrupts off.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "stats.h"

static irqreturn_t disk_interrupt(int irq, void *data)
{
	disk_done(data);
	return IRQ_HANDLED;
}

int disk_start(struct disk *disk)
{
	return request_irq(disk->irq, disk_interrupt, 0, "disk", disk);
}
//--- stats.h
struct stats {
	spinlock_t lock;
	int requests;
};
struct disk {
	struct stats stats;
	int irq;
};
void disk_done(struct disk *disk);
void stats_count(struct stats *stats);
//--- done.c
#include "kernel.h"
#include "stats.h"

void disk_done(struct disk *disk)
{
	stats_count(&disk->stats);
}
//--- stats.c
#include "kernel.h"
#include <linux/fs.h>
#include "stats.h"

void stats_count(struct stats *stats)
{
	spin_lock(&stats->lock);
	stats->requests++;
	spin_unlock(&stats->lock);
}

static long stats_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	struct disk *disk = file->private_data;

	spin_lock_irq(&disk->stats.lock);
	disk->stats.requests = 0;
	spin_unlock_irq(&disk->stats.lock);
	return 0;
}
const struct file_operations stats_fops = { .unlocked_ioctl = stats_ioctl };
