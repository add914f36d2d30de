// A writer waits for room under the mutex that one reader takes, and another one, which wakes it up, does not.
// CLEAN
#include "kernel.h"
#include <linux/wait.h>
#include "pipe.h"

void pipe_write(struct tube *tube)
{
	mutex_lock(&tube->lock);
	wait_event(tube->room, !tube->full);
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

void pipe_read(struct tube *tube)
{
	mutex_lock(&tube->lock);
	tube->full = 0;
	mutex_unlock(&tube->lock);
	wake_up(&tube->room);
}

void pipe_drain(struct tube *tube)
{
	WRITE_ONCE(tube->full, 0);
	wake_up(&tube->room);
}
