// The lock of a wait queue belongs to the record around it: these are two different queues.
// CLEAN
#include "kernel.h"
struct source {
	wait_queue_head_t wait;
	int ready;
};
struct sink {
	wait_queue_head_t wait;
};
static DEFINE_SPINLOCK(registry);

void source_signal(struct source *source)
{
	spin_lock(&source->wait.lock);
	spin_lock(&registry);
	source->ready++;
	spin_unlock(&registry);
	spin_unlock(&source->wait.lock);
}

void registry_walk(struct sink *sink)
{
	spin_lock(&registry);
	spin_lock(&sink->wait.lock);
	spin_unlock(&sink->wait.lock);
	spin_unlock(&registry);
}
