// One function reaches the lock through a local copy of the pointer.
#include "kernel.h"
struct channel {
	struct mutex lock;
};
struct device_state {
	struct channel *channel;
};
static DEFINE_MUTEX(table);

void reset(struct device_state *state)
{
	struct channel *channel = state->channel;
	struct mutex *lock = &channel->lock;

	mutex_lock(lock);			// 1.1 holds channel.lock
	mutex_lock(&table);			// 1.2 wants table
						// BUG lock-order: channel.lock -> table -> channel.lock
	mutex_unlock(&table);
	mutex_unlock(&state->channel->lock);
}

void stop(struct device_state *state)
{
	mutex_lock(&table);			// 2.1 holds table
	mutex_lock(&state->channel->lock);	// 2.2 wants channel.lock
	mutex_unlock(&state->channel->lock);
	mutex_unlock(&table);
}
