// The thread is stopped after the mutex that it takes.
// CLEAN
#include "kernel.h"
#include "pump.h"

static int pump_thread(void *data)
{
	struct pump *pump = data;

	while (!kthread_should_stop()) {
		mutex_lock(&pump->lock);
		pump->strokes++;
		mutex_unlock(&pump->lock);
	}
	return 0;
}

void pump_start(struct pump *pump)
{
	pump->thread = kthread_run(pump_thread, pump, "pump");
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
	mutex_lock(&pump->lock);
	pump->strokes = 0;
	mutex_unlock(&pump->lock);
	kthread_stop(pump->thread);
}
