// A global delayed work of another file is cancelled under the mutex that its function takes.
#include "kernel.h"
#include "gc.h"
DEFINE_MUTEX(gc_lock);

void gc_stop(void)
{
	mutex_lock(&gc_lock);		// 1.1 holds gc_lock
	cancel_delayed_work_sync(&gc_work);	// 1.2 waits gc_work.work
					// BUG wait-under-lock: gc_lock -> gc_work.work -> gc_lock
	mutex_unlock(&gc_lock);
}
//--- gc.h
extern struct mutex gc_lock;
extern struct delayed_work gc_work;
//--- collect.c
#include "kernel.h"
#include "gc.h"
static int garbage;

static void gc_collect(struct work_struct *work)	// 2.1 enters gc_collect; 2.2 holds gc_work.work
{
	mutex_lock(&gc_lock);		// 2.3 wants gc_lock
	garbage = 0;
	mutex_unlock(&gc_lock);
}
DECLARE_DELAYED_WORK(gc_work, gc_collect);
