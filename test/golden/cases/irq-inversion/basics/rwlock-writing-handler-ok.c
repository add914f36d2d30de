// The handler reads, and a read of the device reads with interrupts on.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "map.h"

static ssize_t map_read(struct file *file, char __user *data, size_t size, loff_t *at)
{
	ssize_t found;

	read_lock(&map_lock);
	found = map_uses;
	read_unlock(&map_lock);
	return found;
}
const struct file_operations map_fops = { .read = map_read };
//--- map.h
extern rwlock_t map_lock;
extern int map_uses;
//--- interrupt.c
#include "kernel.h"
#include "map.h"
DEFINE_RWLOCK(map_lock);
int map_uses;

static irqreturn_t map_interrupt(int irq, void *data)
{
	read_lock(&map_lock);
	map_uses++;
	read_unlock(&map_lock);
	return IRQ_HANDLED;
}

int map_start(int irq, void *cookie)
{
	return request_irq(irq, map_interrupt, 0, "map", cookie);
}
