// A work of the queue of bottom halves runs in a softirq; the ioctl leaves these on.
#include "kernel.h"
#include <linux/fs.h>
#include <linux/workqueue.h>
#include "tape.h"

static long tape_ioctl(struct file *file, unsigned int command, unsigned long argument)	// 2.1 enters tape_ioctl
{
	struct tape *tape = file->private_data;

	spin_lock(&tape->lock);		// 2.2 wants tape.lock
					// BUG irq-inversion: {IN-SOFTIRQ-W} -> {SOFTIRQ-ON-W} usage: tape.lock
	tape->position = argument;
	spin_unlock(&tape->lock);
	queue_work(system_bh_wq, &tape->wind);
	return 0;
}
const struct file_operations tape_fops = { .unlocked_ioctl = tape_ioctl };
//--- tape.h
struct tape {
	struct work_struct wind;
	spinlock_t lock;
	int position;
};
extern struct workqueue_struct *system_bh_wq;
//--- work.c
#include "kernel.h"
#include <linux/workqueue.h>
#include "tape.h"

static void tape_wind(struct work_struct *work)
{
	struct tape *tape = container_of(work, struct tape, wind);

	spin_lock(&tape->lock);		// 1.2 wants tape.lock
	tape->position++;
	spin_unlock(&tape->lock);
}

void tape_setup(struct tape *tape)
{
	INIT_WORK(&tape->wind, tape_wind);	// 1.1 starts tape_wind
}
