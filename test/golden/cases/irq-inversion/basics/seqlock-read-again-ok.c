// A reader that is interrupted by a writer holds nothing: it reads again.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include <linux/seqlock.h>
#include "clock.h"

static long clock_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	unsigned int start;

	do {
		start = read_seqbegin(&clock_lock);
		clock_stamp = clock_ticks;
	} while (read_seqretry(&clock_lock, start));
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
	write_seqlock(&clock_lock);
	clock_ticks++;
	write_sequnlock(&clock_lock);
	return IRQ_HANDLED;
}

int tick_start(int irq, void *cookie)
{
	return request_irq(irq, tick_interrupt, 0, "tick", cookie);
}
