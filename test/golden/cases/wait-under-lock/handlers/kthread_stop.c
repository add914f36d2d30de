// The thread is stopped under the mutex that it takes.
#include "kernel.h"
#include "pump.h"

static int pump_thread(void *data)	// 2.2 holds pump.thread*
{
	struct pump *pump = data;

	while (!kthread_should_stop()) {
		mutex_lock(&pump->lock);	// 2.3 wants pump.lock
		pump->strokes++;
		mutex_unlock(&pump->lock);
	}
	return 0;
}

void pump_start(struct pump *pump)
{
	pump->thread = kthread_run(pump_thread, pump, "pump");	// 2.1 starts pump_thread
}
//--- pump.h
struct pump {
	struct task_struct *thread;
	struct mutex lock;
	int strokes;
};
//--- stop.c
#include "kernel.h"
#include "pump.h"

void pump_stop(struct pump *pump)
{
	mutex_lock(&pump->lock);	// 1.1 holds pump.lock
	pump->strokes = 0;
	kthread_stop(pump->thread);	// 1.2 waits pump.thread*
					// BUG wait-under-lock low: pump.lock -> pump.thread* -> pump.lock; the
					//    thread is reached through a stored pointer
	mutex_unlock(&pump->lock);
}
