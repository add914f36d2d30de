// The hard interrupt reads, the writer turns off interrupts.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include "map.h"

static int map_release(struct inode *inode, struct file *file)
{
	write_lock_irq(&map_lock);
	map_uses = 0;
	write_unlock_irq(&map_lock);
	return 0;
}
const struct file_operations map_fops = { .release = map_release };
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
	irqreturn_t result;

	read_lock(&map_lock);
	result = map_uses ? IRQ_HANDLED : IRQ_NONE;
	read_unlock(&map_lock);
	return result;
}

int map_start(int irq, void *cookie)
{
	return request_irq(irq, map_interrupt, 0, "map", cookie);
}
