// The worker's thread is flushed after the lock that the work takes.
// CLEAN
#include "kernel.h"
#include "engine.h"

static void engine_step(struct kthread_work *work)
{
	struct engine *engine = container_of(work, struct engine, step);

	mutex_lock(&engine->lock);
	engine->steps++;
	mutex_unlock(&engine->lock);
}

void engine_setup(struct engine *engine)
{
	kthread_init_work(&engine->step, engine_step);
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
	mutex_lock(&engine->lock);
	engine->steps = 0;
	mutex_unlock(&engine->lock);
	kthread_cancel_work_sync(&engine->step);
}
