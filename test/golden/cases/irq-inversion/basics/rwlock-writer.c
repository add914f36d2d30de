// The handler reads, the ioctl writes with interrupts on.
#include "kernel.h"
#include <linux/fs.h>
#include "map.h"

static long map_ioctl(struct file *file, unsigned int command, unsigned long argument)	// 2.1 enters map_ioctl
{
	write_lock(&map_lock);		// 2.2 wants map_lock
					// BUG irq-inversion: {IN-HARDIRQ-R} -> {HARDIRQ-ON-W} usage: map_lock
	map_uses++;
	write_unlock(&map_lock);
	return 0;
}
const struct file_operations map_fops = { .unlocked_ioctl = map_ioctl };
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

	read_lock(&map_lock);		// 1.2 wants map_lock
	result = map_uses ? IRQ_HANDLED : IRQ_NONE;
	read_unlock(&map_lock);
	return result;
}

int map_start(int irq, void *cookie)
{
	return request_irq(irq, map_interrupt, 0, "map", cookie);	// 1.1 starts map_interrupt
}
