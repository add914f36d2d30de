// A writer waits for room under the mutex that the reader takes before it wakes up writers.
#include "kernel.h"
#include <linux/wait.h>
#include "pipe.h"

void pipe_write(struct tube *tube)
{
	mutex_lock(&tube->lock);	// 1.1 holds tube.lock
	wait_event(tube->room, !tube->full);	// 1.2 waits tube.room
					// BUG wait-under-lock medium: tube.lock -> tube.room -> tube.lock; there may
					//    be room already
	tube->full = 1;
	mutex_unlock(&tube->lock);
}
//--- pipe.h
struct tube {
	wait_queue_head_t room;
	struct mutex lock;
	int full;
};
//--- reader.c
#include "kernel.h"
#include <linux/wait.h>
#include "pipe.h"

void pipe_read(struct tube *tube)	// 2.1 holds tube.room
{
	mutex_lock(&tube->lock);	// 2.2 wants tube.lock
	tube->full = 0;
	mutex_unlock(&tube->lock);
	wake_up(&tube->room);
}
