// A global delayed work of another file is cancelled under the mutex that its function only tries.
// CLEAN
#include "kernel.h"
#include "gc.h"
DEFINE_MUTEX(gc_lock);

void gc_stop(void)
{
	mutex_lock(&gc_lock);
	cancel_delayed_work_sync(&gc_work);
	mutex_unlock(&gc_lock);
}
//--- gc.h
extern struct mutex gc_lock;
extern struct delayed_work gc_work;
//--- collect.c
#include "kernel.h"
#include "gc.h"
static int garbage;

static void gc_collect(struct work_struct *work)
{
	if (!mutex_trylock(&gc_lock))
		return;
	garbage = 0;
	mutex_unlock(&gc_lock);
}
DECLARE_DELAYED_WORK(gc_work, gc_collect);
