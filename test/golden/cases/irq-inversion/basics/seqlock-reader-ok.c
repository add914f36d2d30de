// A writer is interrupted by nobody while it writes.
// CLEAN
#include "kernel.h"
#include <linux/fs.h>
#include <linux/seqlock.h>
#include "clock.h"

static long clock_ioctl(struct file *file, unsigned int command, unsigned long argument)
{
	write_seqlock_irq(&clock_lock);
	clock_ticks = argument;
	write_sequnlock_irq(&clock_lock);
	return 0;
}
const struct file_operations clock_fops = { .unlocked_ioctl = clock_ioctl };
//--- clock.h
extern seqlock_t clock_lock;
extern unsigned long clock_ticks;
//--- stamp.c
#include "kernel.h"
#include <linux/seqlock.h>
#include "clock.h"
DEFINE_SEQLOCK(clock_lock);
unsigned long clock_ticks, clock_stamp;

static irqreturn_t stamp_interrupt(int irq, void *data)
{
	unsigned int start;

	do {
		start = read_seqbegin(&clock_lock);
		clock_stamp = clock_ticks;
	} while (read_seqretry(&clock_lock, start));
	return IRQ_HANDLED;
}

int stamp_start(int irq, void *cookie)
{
	return request_irq(irq, stamp_interrupt, 0, "stamp", cookie);
}
