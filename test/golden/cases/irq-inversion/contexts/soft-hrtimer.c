// The high-resolution timer runs in a hard interrupt, the ioctl turns off bottom halves only.
#include "kernel.h"
#include <linux/fs.h>
#include <linux/hrtimer.h>
#include "beep.h"

static long beep_ioctl(struct file *file, unsigned int command, unsigned long argument)	// 2.1 enters beep_ioctl
{
	struct beep *beep = file->private_data;

	spin_lock_bh(&beep->lock);	// 2.2 wants beep.lock
					// BUG irq-inversion: {IN-HARDIRQ-W} -> {HARDIRQ-ON-W} usage: beep.lock
	beep->tone = argument;
	spin_unlock_bh(&beep->lock);
	return 0;
}
const struct file_operations beep_fops = { .unlocked_ioctl = beep_ioctl };
//--- beep.h
struct beep {
	struct hrtimer timer;
	spinlock_t lock;
	int tone;
};
//--- timer.c
#include "kernel.h"
#include <linux/hrtimer.h>
#include "beep.h"

static enum hrtimer_restart beep_end(struct hrtimer *timer)	// 1.1 enters beep_end
{
	struct beep *beep = container_of(timer, struct beep, timer);

	spin_lock(&beep->lock);		// 1.2 wants beep.lock
	beep->tone = 0;
	spin_unlock(&beep->lock);
	return HRTIMER_NORESTART;
}

void beep_setup(struct beep *beep)
{
	hrtimer_init(&beep->timer, CLOCK_MONOTONIC, HRTIMER_MODE_REL);
	beep->timer.function = beep_end;
}
