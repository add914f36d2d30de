// One work, made anew for each use: what is put into the queue of bottom halves must not sleep.
#include "kernel.h"
#include <linux/workqueue.h>

struct tape {
	struct work_struct work;
	struct mutex lock;
	int position;
	bool urgent;
};
extern struct workqueue_struct *system_bh_wq;
extern struct workqueue_struct *tape_queue;

static void tape_wind(struct work_struct *work)
{
	struct tape *tape = container_of(work, struct tape, work);

	tape->position++;
}

static void tape_rewind(struct work_struct *work)
{
	struct tape *tape = container_of(work, struct tape, work);

	mutex_lock(&tape->lock);	// 1.2 sleeps mutex_lock()
				// BUG sleep-in-atomic: mutex_lock() in softirq context
	tape->position = 0;
	mutex_unlock(&tape->lock);
}

void tape_forward(struct tape *tape)
{
	INIT_WORK(&tape->work, tape_wind);
	queue_work(system_bh_wq, &tape->work);
}

void tape_back(struct tape *tape)
{
	INIT_WORK(&tape->work, tape_rewind);	// 1.1 starts tape_rewind
	queue_work(system_bh_wq, &tape->work);
}
