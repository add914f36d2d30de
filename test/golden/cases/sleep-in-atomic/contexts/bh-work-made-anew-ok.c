// One work, made anew for each use: only what is put into the queue of bottom halves must not sleep.
// CLEAN
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

	mutex_lock(&tape->lock);
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
	INIT_WORK(&tape->work, tape_rewind);
	queue_work(tape_queue, &tape->work);
}
