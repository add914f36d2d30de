// The lock of a wait queue belongs to the record around it: this is one queue in both functions.
#include "kernel.h"
struct source {
	wait_queue_head_t wait;
	int ready;
};
static DEFINE_SPINLOCK(registry);

void source_signal(struct source *source)
{
	spin_lock(&source->wait.lock);		// 2.1 holds source.wait.lock
	spin_lock(&registry);			// 2.2 wants registry
	source->ready++;
	spin_unlock(&registry);
	spin_unlock(&source->wait.lock);
}

void registry_walk(struct source *source)
{
	spin_lock(&registry);			// 1.1 holds registry
	spin_lock(&source->wait.lock);		// 1.2 wants source.wait.lock
						// BUG lock-order: registry -> source.wait.lock -> registry
	spin_unlock(&source->wait.lock);
	spin_unlock(&registry);
}
