// The worker's thread is flushed under the lock that the work takes.
#include "kernel.h"
#include "engine.h"

static void engine_step(struct kthread_work *work)	// 2.2 holds engine.step
{
	struct engine *engine = container_of(work, struct engine, step);

	mutex_lock(&engine->lock);	// 2.3 wants engine.lock
	engine->steps++;
	mutex_unlock(&engine->lock);
}

void engine_setup(struct engine *engine)
{
	kthread_init_work(&engine->step, engine_step);	// 2.1 starts engine_step
}
//--- engine.h
struct engine {
	struct kthread_work step;
	struct mutex lock;
	int steps;
};
//--- halt.c
#include "kernel.h"
#include "engine.h"

void engine_halt(struct engine *engine)
{
	mutex_lock(&engine->lock);	// 1.1 holds engine.lock
	engine->steps = 0;
	kthread_cancel_work_sync(&engine->step);	// 1.2 waits engine.step
					// BUG wait-under-lock: engine.lock -> engine.step -> engine.lock
	mutex_unlock(&engine->lock);
}
