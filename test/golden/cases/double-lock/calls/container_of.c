// The callee finds by container_of the object whose lock the caller holds.
#include "kernel.h"
struct engine {
	struct mutex lock;
	struct list_head node;
	int cycles;
};

static noinline void node_reset(struct list_head *node)
{
	struct engine *engine = container_of(node, struct engine, node);

	mutex_lock(&engine->lock);	// 1.3 wants engine.lock
	engine->cycles = 0;
	mutex_unlock(&engine->lock);
}

void engine_stop(struct engine *engine)
{
	mutex_lock(&engine->lock);	// 1.1 holds engine.lock
	list_del_init(&engine->node);
	node_reset(&engine->node);	// 1.2 calls node_reset
					// BUG double-lock: engine.lock
	mutex_unlock(&engine->lock);
}
