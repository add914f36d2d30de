// The timer interrupt writes under a seqlock, and the ioctl writes with interrupts on.
#include "kernel.h"
#include <linux/fs.h>
#include <linux/seqlock.h>
#include "clock.h"

static long clock_ioctl(struct file *file, unsigned int command, unsigned long argument)	// 2.1 enters clock_ioctl
{
	write_seqlock(&clock_lock);	// 2.2 wants clock_lock
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: clock_lock
	clock_ticks = argument;
	write_sequnlock(&clock_lock);
	return 0;
}
const struct file_operations clock_fops = { .unlocked_ioctl = clock_ioctl };
//--- clock.h
extern seqlock_t clock_lock;
extern unsigned long clock_ticks;
//--- tick.c
#include "kernel.h"
#include <linux/seqlock.h>
#include "clock.h"
DEFINE_SEQLOCK(clock_lock);
unsigned long clock_ticks;

static irqreturn_t clock_tick(int irq, void *data)
{
	write_seqlock(&clock_lock);	// 1.2 wants clock_lock
	clock_ticks++;
	write_sequnlock(&clock_lock);
	return IRQ_HANDLED;
}

int clock_start(int irq, void *cookie)
{
	return request_irq(irq, clock_tick, 0, "clock", cookie);	// 1.1 starts clock_tick
}
