// Two works of one record; the one that takes the lock is waited for under it.
#include "kernel.h"
#include "tape.h"

static void tape_rewind(struct work_struct *work)	// 2.2 holds tape.rewind
{
	struct tape *tape = container_of(work, struct tape, rewind);

	mutex_lock(&tape->lock);	// 2.3 wants tape.lock
	tape->position = 0;
	mutex_unlock(&tape->lock);
}

static void tape_eject(struct work_struct *work)
{
	struct tape *tape = container_of(work, struct tape, eject);

	tape->position = -1;
}

void tape_setup(struct tape *tape)
{
	INIT_WORK(&tape->rewind, tape_rewind);	// 2.1 starts tape_rewind
	INIT_WORK(&tape->eject, tape_eject);
}
//--- tape.h
struct tape {
	struct work_struct rewind, eject;
	struct mutex lock;
	int position;
};
//--- close.c
#include "kernel.h"
#include "tape.h"

void tape_close(struct tape *tape)
{
	mutex_lock(&tape->lock);	// 1.1 holds tape.lock
	cancel_work_sync(&tape->rewind);	// 1.2 waits tape.rewind
					// BUG wait-under-lock: tape.lock -> tape.rewind -> tape.lock
	mutex_unlock(&tape->lock);
}
