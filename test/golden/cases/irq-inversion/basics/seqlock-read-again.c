// A reader that keeps writers out is interrupted by one.
#include "kernel.h"
#include <linux/fs.h>
#include <linux/seqlock.h>
#include "clock.h"

static long clock_ioctl(struct file *file, unsigned int command, unsigned long argument)	// 2.1 enters clock_ioctl
{
	read_seqlock_excl(&clock_lock);	// 2.2 wants clock_lock
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: clock_lock
	clock_stamp = clock_ticks;
	read_sequnlock_excl(&clock_lock);
	return 0;
}
const struct file_operations clock_fops = { .unlocked_ioctl = clock_ioctl };
//--- clock.h
extern seqlock_t clock_lock;
extern unsigned long clock_ticks, clock_stamp;
//--- tick.c
#include "kernel.h"
#include <linux/seqlock.h>
#include "clock.h"
DEFINE_SEQLOCK(clock_lock);
unsigned long clock_ticks, clock_stamp;

static irqreturn_t tick_interrupt(int irq, void *data)
{
	write_seqlock(&clock_lock);	// 1.2 wants clock_lock
	clock_ticks++;
	write_sequnlock(&clock_lock);
	return IRQ_HANDLED;
}

int tick_start(int irq, void *cookie)
{
	return request_irq(irq, tick_interrupt, 0, "tick", cookie);	// 1.1 starts tick_interrupt
}
