// One work runs in softirqs and so does the other: neither interrupts the other with the lock held.
// CLEAN
#include "kernel.h"
#include <linux/interrupt.h>
#include <linux/workqueue.h>
#include "tape.h"

irqreturn_t tape_irq(int irq, void *cookie)
{
	struct tape *tape = cookie;

	queue_work(system_bh_wq, &tape->wind);
	queue_work(system_bh_wq, &tape->rewind);
	return IRQ_HANDLED;
}
//--- tape.h
struct tape {
	struct work_struct wind, rewind;
	struct tasklet_struct stop;
	spinlock_t lock;
	int position;
};
extern struct workqueue_struct *system_bh_wq;
//--- work.c
#include "kernel.h"
#include <linux/interrupt.h>
#include <linux/workqueue.h>
#include "tape.h"

static void tape_wind(struct work_struct *work)
{
	struct tape *tape = container_of(work, struct tape, wind);

	spin_lock(&tape->lock);
	tape->position++;
	spin_unlock(&tape->lock);
}

static void tape_rewind(struct work_struct *work)
{
	struct tape *tape = container_of(work, struct tape, rewind);

	spin_lock(&tape->lock);
	tape->position--;
	spin_unlock(&tape->lock);
}

static void tape_stop(struct tasklet_struct *tasklet)
{
	struct tape *tape = container_of(tasklet, struct tape, stop);

	spin_lock(&tape->lock);
	tape->position = 0;
	spin_unlock(&tape->lock);
}

void tape_setup(struct tape *tape)
{
	INIT_WORK(&tape->wind, tape_wind);
	INIT_WORK(&tape->rewind, tape_rewind);
	tasklet_setup(&tape->stop, tape_stop);
}
